#include "app/cli/cases/pdf_pages.h"

#include <gtest/gtest.h>

#include <string>

namespace cotejo::cli {
namespace {

std::string pdf(int pages, int count, const std::string& more = {}) {
    std::string text = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count " + std::to_string(count) + " >>\nendobj\n";
    for (int i = 0; i < pages; ++i) text += std::to_string(3 + i) + " 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n";
    return text + more + "trailer\n<< /Root 1 0 R >>\n%%EOF\n";
}
std::optional<int> count(const std::string& text) { return pdfPages(viewOf(text)); }

TEST(PdfPages, AreCountedWhereTheTreeAndThePagesAgree) {
    EXPECT_EQ(count(pdf(1, 1)), 1);
    EXPECT_EQ(count(pdf(12, 12)), 12);
    const std::string subtree = "50 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 2 >>\nendobj\n";
    EXPECT_EQ(count(pdf(2, 2, subtree)), 2) << "only the tree's root counts";
}

TEST(PdfPages, ALaterRevisionReplacesAnObject) {
    EXPECT_EQ(count(pdf(2, 2, "2 0 obj\n<< /Type /Pages /Count 2 >>\nendobj\n3 0 obj\n<< /Type /Page >>\nendobj\n")), 2);
    EXPECT_EQ(count(pdf(2, 2, "4 0 obj\n<< /Type /Annot >>\nendobj\n")), std::nullopt) << "a page is gone and the tree does not say so";
}

TEST(PdfPages, WhatStandsInAStreamIsNoPage) {
    EXPECT_EQ(count(pdf(1, 1, "40 0 obj\n<< /Length 44 >>\nstream\n41 0 obj << /Type /Page >> endobj xxxx\nendstream\nendobj\n")), 1);
}

TEST(PdfPages, NobodyGuesses) {
    EXPECT_EQ(count(""), std::nullopt);
    EXPECT_EQ(count("hello"), std::nullopt);
    EXPECT_EQ(count("%PDF-1.7\n"), std::nullopt);
    EXPECT_EQ(count(pdf(1, 2)), std::nullopt) << "tree and pages differ";
    EXPECT_EQ(count(pdf(0, 0)), std::nullopt);
    EXPECT_EQ(count(pdf(1, 1, "60 0 obj\n<< /Type /ObjStm /N 3 >>\nstream\nx\nendstream\nendobj\n")), std::nullopt) << "objects out of sight";
    EXPECT_EQ(count("%PDF-1.4\n1 0 obj\n<< /Type /Pages /Count 7 0 R >>\nendobj\n3 0 obj\n<</Type/Page>>\nendobj\n"), std::nullopt);
    auto locked = pdf(1, 1);
    locked.replace(locked.find("/Root"), 5, "/Encrypt 9 0 R /Root");
    EXPECT_EQ(count(locked), std::nullopt);
}

TEST(PdfPages, CutAnywhereItNeverClaimsMore) {
    const auto whole = pdf(3, 3);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto pages = count(whole.substr(0, length));
        EXPECT_TRUE(!pages || *pages == 3) << length;
    }
}

}  // namespace
}  // namespace cotejo::cli
