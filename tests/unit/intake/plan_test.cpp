#include "core/intake/plan.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "core/base/errors.h"
#include "tests/support/paths.h"

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

TEST_F(Plan, AFolderBelowTheChosenOneIsAPerson) {
    for (const char* name : {"box/R-1/0001Left_Index.iso", "box/R-1/0001Face.iso", "box/R-1/left_thumb.png", "box/R-1/passport.mrz", "box/R-2/front.jpg",
                             "box/R-2/side.jpg", "box/R-3/only.iso", "box/batch/1.an2", "box/batch/2.an2", "box/zones/a.mrz", "box/zones/b.mrz"})
        make(name);
    const auto units = [&](const fs::path& path, Grouping grouping) {
        const auto plan = planImport({path}, PlanOptions{grouping});
        EXPECT_TRUE(plan);
        EXPECT_EQ(plan->found, plan->files + plan->skipped.size());
        std::map<std::string, std::size_t> sizes;
        for (const auto& unit : plan->units) sizes[unit.label] += unit.allFiles().size();
        return sizes;
    };
    using Sizes = std::map<std::string, std::size_t>;
    const Sizes wanted{{"R-1", 4}, {"R-2", 2}, {"only.iso", 1}, {"1.an2", 1}, {"2.an2", 1}, {"a.mrz", 1}, {"b.mrz", 1}};
    EXPECT_EQ(units(m_folder, Grouping::Auto), wanted);
    EXPECT_EQ(units(m_folder / "box", Grouping::Auto), wanted);
    EXPECT_EQ(units(m_folder / "box" / "R-1", Grouping::Auto), (Sizes{{"R-1", 4}})) << "chosen itself: the zone says who, the others are samples";
    EXPECT_EQ(units(m_folder / "box" / "R-1", Grouping::File).size(), 4u);
    EXPECT_EQ(units(m_folder / "box" / "batch", Grouping::Folder), (Sizes{{"batch", 2}}));
    EXPECT_EQ(units(m_folder / "box" / "batch", Grouping::Auto).size(), 2u);
}

TEST_F(Plan, AFolderNamedAfterItsContentsIsNobody) {
    for (const char* name : {"box/R-1/passport.mrz", "box/R-1/fotos/front.jpg", "box/R-1/Huellas/right_index.png", "box/R-2/Left Hand/left_index.png",
                             "box/R-2/mano_derecha/right_index.png", "box/R-3/Photos/a.jpg", "box/R-3/2019/b.jpg", "list/faces/ana.jpg", "list/faces/luis.jpg",
                             "one/photos/1.jpg", "one/zone.mrz", "two/prints/101_1.png", "two/prints/102_1.png", "two/zone.mrz", "R-4/docs/Ana/1.png"})
        make(name);
    const auto units = [&](const char* name) {
        const auto plan = planImport({m_folder / name});
        EXPECT_TRUE(plan);
        EXPECT_EQ(plan->found, plan->files + plan->skipped.size());
        std::map<std::string, std::size_t> sizes;
        for (const auto& unit : plan->units) sizes[unit.label] += unit.allFiles().size();
        return sizes;
    };
    using Sizes = std::map<std::string, std::size_t>;
    EXPECT_EQ(units("box"), (Sizes{{"R-1", 3}, {"R-2", 2}, {"R-3", 1}, {"2019", 1}}));
    EXPECT_EQ(units("list"), (Sizes{{"ana", 1}, {"luis", 1}})) << "two names are two people";
    EXPECT_EQ(units("one"), (Sizes{{"one", 2}}));
    EXPECT_EQ(units("two"), (Sizes{{"101", 1}, {"102", 1}, {"zone.mrz", 1}}));
    EXPECT_EQ(units("R-4"), (Sizes{{"Ana", 1}}));
}

TEST_F(Plan, APictureAloneIsToldByItsBytes) {
    fs::create_directories(m_folder);
    std::ofstream(m_folder / "photo.pgm") << "P2\n2 2\n255\n0 1 2 3\n";
    std::ofstream(m_folder / "noname") << "P3\n1 1\n255\n0 1 2\n";
    for (const char* name : {"photo.pgm", "noname"}) {
        const auto plan = planImport({m_folder / name});
        ASSERT_TRUE(plan);
        ASSERT_EQ(plan->units.size(), 1u);
        EXPECT_EQ(plan->units[0].kind, ImportUnit::Kind::ImageGroup) << name;
    }
}

TEST_F(Plan, FilesWithoutATellingNameAreLookedInto) {
    const auto write = [&](const char* name, const std::string& text) {
        fs::create_directories(m_folder);
        std::ofstream(m_folder / name) << text;
    };
    write("zone.txt", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
    write("person.json", R"({"personId": "1", "status": "ACTIVE", "physicalStatus": "ALIVE", "encounters": []})");
    write("settings.json", R"({"a": 1})");
    write("letter.txt", "Dear colleague");
    write("page.xml", "<a/>");
    const auto plan = planImport({m_folder});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->found, 5u);
    std::set<std::string> skipped, read;
    for (const auto& each : plan->skipped) skipped.insert(each.file.filename().string());
    for (const auto& unit : plan->units) read.insert(unit.label);
    EXPECT_EQ(skipped, (std::set<std::string>{"settings.json", "letter.txt", "page.xml"}));
    EXPECT_EQ(read, (std::set<std::string>{"zone.txt", "person.json"}));
}

TEST_F(Plan, AFileMovesToAnotherPerson) {
    for (const char* name : {"a/1.png", "a/2.png", "b/1.png", "c/x.iso", "c/y.png", "people.csv"}) make(name);
    auto plan = *planImport({m_folder / "a", m_folder / "b", m_folder / "c", m_folder / "people.csv"});
    const auto at = [&](const std::string& label) {
        for (std::size_t i = 0; i < plan.units.size(); ++i)
            if (plan.units[i].label == label) return i;
        return plan.units.size();
    };
    const std::size_t files = plan.files;
    EXPECT_TRUE(moveFile(plan, at("b"), m_folder / "b" / "1.png", at("a")));
    EXPECT_EQ(at("b"), plan.units.size()) << "an empty unit goes";
    EXPECT_EQ(plan.units[at("a")].images.size(), 3u);
    EXPECT_FALSE(moveFile(plan, at("a"), m_folder / "b" / "none.png", 0));
    EXPECT_FALSE(moveFile(plan, at("a"), m_folder / "a" / "1.png", at("people.csv")));
    std::size_t kept = 0;
    for (const auto& unit : plan.units) kept += unit.allFiles().size();
    EXPECT_EQ(kept, files);
}

TEST_F(Plan, SharedFoldersAreAccountedFor) {
    const fs::path field = fs::path(COTEJO_SHARED_DATA) / "field";
    if (!fs::exists(field)) GTEST_SKIP() << "skipped: data set not found";
    const auto beside = planImport({field / "01_table_beside_folders"});
    ASSERT_TRUE(beside);
    EXPECT_EQ(beside->found, 6u);
    EXPECT_EQ(beside->units.size(), 2u) << "the table and the folder";
    EXPECT_EQ(beside->skipped.size(), 2u);
    const auto one = planImport({field / "02_one_traveler_one_folder"});
    ASSERT_TRUE(one);
    ASSERT_EQ(one->units.size(), 1u);
    EXPECT_EQ(one->units[0].kind, ImportUnit::Kind::PersonFolder);
    EXPECT_EQ(one->units[0].allFiles().size(), 7u);
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
