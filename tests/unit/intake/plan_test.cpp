#include "core/intake/plan.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/base/errors.h"

namespace cotejo::intake {
namespace {
namespace fs = std::filesystem;

class Plan : public ::testing::Test {
  protected:
    Plan() : m_folder(fs::temp_directory_path() / ("cotejo-plan-" + Id<struct T>::random().text())) {}
    ~Plan() override { fs::remove_all(m_folder); }

    fs::path make(const std::string& name) {
        const auto path = m_folder / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path) << name;
        return path;
    }

    fs::path m_folder;
};

TEST_F(Plan, AFolderAPersonAndNumberedImpressionsAreGrouped) {
    for (const char* name : {"people/Specimen_Ana/1.jpg", "people/Specimen_Ana/2.jpg", "people/Specimen_Luis/1.jpg", "prints/101_1.png",
                             "prints/101_2.png", "prints/102_1.png", "prints/portrait.png", "tenprint/right_index.png",
                             "tenprint/l3.png", "file.an2", ".hidden/1.png", "notes.docx"})
        make(name);
    const auto plan = planImport({m_folder});
    ASSERT_TRUE(plan) << plan.error().detail;
    std::map<std::string, std::size_t> sizes;
    for (const auto& unit : plan->units) sizes[unit.label] = unit.images.size();
    EXPECT_EQ(sizes, (std::map<std::string, std::size_t>{{"Specimen_Ana", 2}, {"Specimen_Luis", 1}, {"101", 2}, {"102", 1},
                                                         {"portrait", 1}, {"tenprint", 2}, {"file.an2", 0}}));
    EXPECT_EQ(plan->skipped.size(), 2u);
    EXPECT_EQ(plan->files, 10u);
    for (const auto& unit : plan->units)
        if (unit.label == "tenprint") {
            EXPECT_EQ(unit.images[0].position, record::FingerPosition::LeftMiddle);
            EXPECT_EQ(unit.images[1].position, record::FingerPosition::RightIndex);
        }
}

TEST_F(Plan, ATableOwnsTheImagesBesideIt) {
    for (const char* name : {"travelers.csv", "a.png", "b.png"}) make(name);
    const auto plan = planImport({m_folder});
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->units.size(), 1u);
    EXPECT_EQ(plan->units[0].kind, ImportUnit::Kind::TravelerTable);
}

TEST_F(Plan, WhatIsNotThereIsNamedAndLinksAreNotFollowed) {
    make("a/1.png");
    fs::create_directory_symlink(m_folder / "a", m_folder / "a" / "loop");
    const auto plan = planImport({m_folder});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->files, 1u);
    EXPECT_EQ(plan->skipped.size(), 1u);
    const auto missing = planImport({m_folder / "none"});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, base::kNotFound);
    EXPECT_NE(missing.error().detail.find("none"), std::string::npos);
    std::stop_source stopped;
    stopped.request_stop();
    EXPECT_EQ(planImport({m_folder}, stopped.get_token()).error().code, base::kCancelled);
}

}  // namespace
}  // namespace cotejo::intake
