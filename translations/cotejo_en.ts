<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>cotejo::activity::ActivityPage</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withheld</source>
        <translation>
            <numerusform>%n withheld</numerusform>
            <numerusform>%n withheld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases with two decisions</source>
        <translation>
            <numerusform>%n case with two decisions</numerusform>
            <numerusform>%n cases with two decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>version %1, %n withdrawn</source>
        <translation>
            <numerusform>version %1, %n withdrawn</numerusform>
            <numerusform>version %1, %n withdrawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries verified</source>
        <translation>
            <numerusform>%n entry verified</numerusform>
            <numerusform>%n entries verified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::approvals::ApprovalsPage</name>
    <message numerus="yes">
        <source>%n wait for a decision; one at a time</source>
        <translation>
            <numerusform>%n waits for a decision; one at a time</numerusform>
            <numerusform>%n wait for a decision; one at a time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::bridge::Samples</name>
    <message numerus="yes">
        <source>%n year(s) old when the case was opened</source>
        <translation>
            <numerusform>%n year old when the case was opened</numerusform>
            <numerusform>%n years old when the case was opened</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::bridge::Words</name>
    <message numerus="yes">
        <source>%n reference(s)</source>
        <translation>
            <numerusform>%n reference</numerusform>
            <numerusform>%n references</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::Asks</name>
    <message numerus="yes">
        <source>«%1», %n page(s). It counts as read for each person once every page was on their screen.</source>
        <translation>
            <numerusform>«%1», %n page. It counts as read for each person once every page was on their screen.</numerusform>
            <numerusform>«%1», %n pages. It counts as read for each person once every page was on their screen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1. An officer may carry it out for %n hour(s); papers, holds and the entry are checked again then.</source>
        <translation>
            <numerusform>%1. An officer may carry it out for %n hour; papers, holds and the entry are checked again then.</numerusform>
            <numerusform>%1. An officer may carry it out for %n hours; papers, holds and the entry are checked again then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::DecisionTab</name>
    <message numerus="yes">
        <source>%n faces</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n fingerprint</numerusform>
            <numerusform>%n fingerprints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::EncountersTab</name>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n fingerprint</numerusform>
            <numerusform>%n fingerprints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples could not be taken</source>
        <translation>
            <numerusform>%n sample could not be taken</numerusform>
            <numerusform>%n samples could not be taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::MrzCard</name>
    <message numerus="yes">
        <source>%n digits do not hold</source>
        <translation>
            <numerusform>%n digit does not hold</numerusform>
            <numerusform>%n digits do not hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::MrzLines</name>
    <message numerus="yes">
        <source>%n check digits do not hold</source>
        <translation>
            <numerusform>%n check digit does not hold</numerusform>
            <numerusform>%n check digits do not hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::OtherActsCard</name>
    <message numerus="yes">
        <source>%n requests in this case; what left, what came back.</source>
        <translation>
            <numerusform>%n request in this case; what left, what came back.</numerusform>
            <numerusform>%n requests in this case; what left, what came back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::PaperView</name>
    <message numerus="yes">
        <source>%n page(s) not seen yet</source>
        <translation>
            <numerusform>%n page not seen yet</numerusform>
            <numerusform>%n pages not seen yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::casefile::PapersCard</name>
    <message numerus="yes">
        <source>%n papers; each counts as opened once all its pages were on your screen</source>
        <translation>
            <numerusform>%n paper; it counts as opened once all its pages were on your screen</numerusform>
            <numerusform>%n papers; each counts as opened once all its pages were on your screen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::ExaminerNotes</name>
    <message numerus="yes">
        <source>%n mark(s) on the faces</source>
        <translation>
            <numerusform>%n mark on the faces</numerusform>
            <numerusform>%n marks on the faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n examiner&apos;s mark(s) on the prints</source>
        <translation>
            <numerusform>%n examiner&apos;s mark on the prints</numerusform>
            <numerusform>%n examiner&apos;s marks on the prints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceBench</name>
    <message numerus="yes">
        <source>Only %n pixel(s) between the eyes: fine detail is missing.</source>
        <translation>
            <numerusform>Only %n pixel between the eyes: fine detail is missing.</numerusform>
            <numerusform>Only %n pixels between the eyes: fine detail is missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FaceCanvas</name>
    <message numerus="yes">
        <source> · %n px between the eyes</source>
        <translation>
            <numerusform> · %n px between the eyes</numerusform>
            <numerusform> · %n px between the eyes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::FingerCanvas</name>
    <message numerus="yes">
        <source>%1 and %2, %n pair(s), listed in the table of pairs.</source>
        <translation>
            <numerusform>%1 and %2, %n pair, listed in the table of pairs.</numerusform>
            <numerusform>%1 and %2, %n pairs, listed in the table of pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 alone, %n minutia(e).</source>
        <translation>
            <numerusform>%1 alone, %n minutia.</numerusform>
            <numerusform>%1 alone, %n minutiae.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::PrintBench</name>
    <message numerus="yes">
        <source>%n minutia(e)</source>
        <translation>
            <numerusform>%n minutia</numerusform>
            <numerusform>%n minutiae</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::compare::Protocol</name>
    <message numerus="yes">
        <source>%n candidate(s) to see</source>
        <translation>
            <numerusform>%n candidate to see</numerusform>
            <numerusform>%n candidates to see</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conclusion(s) to save</source>
        <translation>
            <numerusform>%n conclusion to save</numerusform>
            <numerusform>%n conclusions to save</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprint(s)</source>
        <translation>
            <numerusform>%n fingerprint</numerusform>
            <numerusform>%n fingerprints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::Contents</name>
    <message numerus="yes">
        <source>%n check digit(s) wrong</source>
        <translation>
            <numerusform>%n check digit wrong</numerusform>
            <numerusform>%n check digits wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repair(s) proposed</source>
        <translation>
            <numerusform>%n repair proposed</numerusform>
            <numerusform>%n repairs proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::ContentsCard</name>
    <message numerus="yes">
        <source>%n minutiae</source>
        <translation>
            <numerusform>%n minutia</numerusform>
            <numerusform>%n minutiae</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::intake_ui::ImportPage</name>
    <message numerus="yes">
        <source>%n to import</source>
        <translation>
            <numerusform>%n to import</numerusform>
            <numerusform>%n to import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not used</source>
        <translation>
            <numerusform>%n not used</numerusform>
            <numerusform>%n not used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>the first</numerusform>
            <numerusform>the first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files are left out</source>
        <translation>
            <numerusform>%n file is left out</numerusform>
            <numerusform>%n files are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::AnswerCard</name>
    <message numerus="yes">
        <source>%n persons of their lists may be this one. They are examined in the case, like those of our own lists: shuffled, without a score, by two people.</source>
        <translation>
            <numerusform>%n person of their lists may be this one. They are examined in the case, like those of our own lists: without a score, by two people.</numerusform>
            <numerusform>%n persons of their lists may be this one. They are examined in the case, like those of our own lists: shuffled, without a score, by two people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, as of %1</source>
        <translation>
            <numerusform>%Ln entry, as of %1</numerusform>
            <numerusform>%Ln entries, as of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::GivenCard</name>
    <message numerus="yes">
        <source>%n sent in this case</source>
        <translation>
            <numerusform>%n sent in this case</numerusform>
            <numerusform>%n sent in this case</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::MessageModel</name>
    <message numerus="yes">
        <source>%n fields</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n samples</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::Partners</name>
    <message numerus="yes">
        <source>%1 may search for this traveler in its lists, only to decide on the entry here, and answer with %n candidates at most.</source>
        <translation>
            <numerusform>%1 may search for this traveler in its lists, only to decide on the entry here, and answer with %n candidate at most.</numerusform>
            <numerusform>%1 may search for this traveler in its lists, only to decide on the entry here, and answer with %n candidates at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faces</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fingerprints</source>
        <translation>
            <numerusform>%n fingerprint</numerusform>
            <numerusform>%n fingerprints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidates</source>
        <translation>
            <numerusform>%n candidate</numerusform>
            <numerusform>%n candidates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::PartnersView</name>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agreements</source>
        <translation>
            <numerusform>%n agreement</numerusform>
            <numerusform>%n agreements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n disclosures</source>
        <translation>
            <numerusform>%n disclosure</numerusform>
            <numerusform>%n disclosures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::SampleCard</name>
    <message numerus="yes">
        <source>%n other fingerprints: the agreement does not ask for them</source>
        <translation>
            <numerusform>%n other fingerprint: the agreement does not ask for it</numerusform>
            <numerusform>%n other fingerprints: the agreement does not ask for them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the agreement takes %n faces at most</source>
        <translation>
            <numerusform>the agreement takes %n face at most</numerusform>
            <numerusform>the agreement takes %n faces at most</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::partner_ui::TimelineCard</name>
    <message numerus="yes">
        <source>%n messages came for it and were not believed</source>
        <translation>
            <numerusform>%n message came for it and was not believed</numerusform>
            <numerusform>%n messages came for it and were not believed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::queue::PreviewPanel</name>
    <message numerus="yes">
        <source>%n digits do not hold</source>
        <translation>
            <numerusform>%n digit does not hold</numerusform>
            <numerusform>%n digits do not hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::queue::QueuePage</name>
    <message numerus="yes">
        <source>%n open cases at this post</source>
        <translation>
            <numerusform>%n open case at this post</numerusform>
            <numerusform>%n open cases at this post</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::search::SearchPage</name>
    <message numerus="yes">
        <source>The newest %n</source>
        <translation>
            <numerusform>The newest one</numerusform>
            <numerusform>The newest %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases found</source>
        <translation>
            <numerusform>%n case found</numerusform>
            <numerusform>%n cases found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::statistics::StatisticsPage</name>
    <message numerus="yes">
        <source>and %n cancelled</source>
        <translation>
            <numerusform>and %n cancelled</numerusform>
            <numerusform>and %n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more without a threshold</source>
        <translation>
            <numerusform>%n more without a threshold</numerusform>
            <numerusform>%n more without a threshold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cotejo::watchlist::WatchlistPage</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <comment>entries of the lists</comment>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n</source>
        <translation>
            <numerusform>The first one</numerusform>
            <numerusform>The first %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
</context>
</TS>
