#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/record/case.h"

/// Every word, code, id and number of a case, without making JSON of it: what tests compare, and search for what somebody must not read. The bindings name every
/// member, so that a struct that gains one does not compile until it is read here as well.
namespace cotejo::decide::testing {

class Words {
  public:
    /// Of everything but the history. One object may be used again and again: its memory stays.
    void read(const record::CaseView& view) {
        m_text.clear();
        m_bytes.clear();
        m_numbers.clear();
        const auto& [id, number, post, state, round, priority, reason, referralNote, legalBasis, traveler, captures, candidates, coverage, searchedBy,
                     coverageReadBy, examinations, outcome, identified, settledBy, identification, identifications, reexaminations, guardEnded, answers, requests, overrides,
                     entryStatus, doubted, portraits, exposure, remarks, notices, waivers, lifts, pastDispositions, disclosures, partnerRequests, unusable, resume, openedOn,
                     confirmation, holds, lease, documents, disposition, opened, deadline, deadlineKind, attentionDue, comparisonActors, proposalActors,
                     clearanceActors, decisionHeads, heads, history] = view;
        all(id, number, post, state, round, priority, reason, referralNote, legalBasis, traveler, captures, candidates, coverage, searchedBy, coverageReadBy,
            examinations, outcome, identified, settledBy, identification, identifications, reexaminations, guardEnded, answers, requests, overrides, entryStatus, doubted);
        all(portraits, exposure, remarks, notices, waivers, lifts, pastDispositions, disclosures, partnerRequests, unusable, resume, openedOn, confirmation, holds, lease,
            documents, disposition, opened, deadline, deadlineKind, attentionDue, comparisonActors, proposalActors, clearanceActors, decisionHeads, heads);
        static_cast<void>(history);
    }
    /// The same of the history too: two cases that are told alike are alike to the last number.
    void readWhole(const record::CaseView& view) {
        read(view);
        one(view.history);
    }
    bool operator==(const Words&) const = default;
    /// Somewhere in a text or code; in quotes, as a whole text or code.
    bool say(std::string_view word) const { return m_text.find(word) != std::string::npos; }
    bool name(const WatchlistEntryId& entry) const {
        const auto bytes = entry.bytes();
        return m_bytes.find(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size())) != std::string::npos;
    }

  private:
    template <class... T>
    void all(const T&... each) { (one(each), ...); }

    void one(const std::string& text) { m_text.append("\"").append(text).append("\" "); }
    template <class T>
        requires(std::is_arithmetic_v<T>)
    void one(T value) { m_numbers.append(reinterpret_cast<const char*>(&value), sizeof value); }
    void one(UtcTime time) { one(toMillis(time)); }
    template <class T>
        requires(std::is_enum_v<T>)
    void one(T value) { m_text.append("\"").append(codeOf(value)).append("\" "); }
    template <class Tag, std::size_t N>
    void one(const FixedBytes<Tag, N>& id) { m_bytes.append(reinterpret_cast<const char*>(id.bytes().data()), N); }
    template <class T>
    void one(const std::optional<T>& value) {
        one(value.has_value());
        if (value) one(*value);
    }
    template <class T>
    void one(const std::vector<T>& list) {
        one(list.size());
        for (const auto& each : list) one(each);
    }
    template <class T>
    void one(const std::set<T>& list) {
        one(list.size());
        for (const auto& each : list) one(each);
    }
    template <class K, class T>
    void one(const std::map<K, T>& list) {
        one(list.size());
        for (const auto& [key, value] : list) all(key, value);
    }

    void one(const record::Document& x) { const auto& [a, b, c, d, e] = x; all(a, b, c, d, e); }
    void one(const record::Traveler& x) { const auto& [a, b, c, d, e, f, g] = x; all(a, b, c, d, e, f, g); }
    void one(const record::Ppi& x) { const auto& [a, b] = x; all(a, b); }
    void one(const record::StatedValue& x) { const auto& [a, b] = x; all(a, b); }
    void one(const record::CaptureDevice& x) { const auto& [a, b, c] = x; all(a, b, c); }
    void one(const record::Quality& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::QualityFailure& x) { const auto& [a, b, c] = x; all(a, b, c); }
    void one(const record::Capture& sample) {
        const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x] = sample;
        all(a, b, c, d, e, f, g, h, i, j, k, l);
        all(m, n, o, p, q, r, s, t, u, v, w, x);
    }
    void one(const record::Algorithm& x) { const auto& [a, b, c] = x; all(a, b, c); }
    void one(const record::Score& x) { const auto& [a, b] = x; all(a, b); }
    void one(const record::EntryFacts& x) { const auto& [a, b, c, d, e] = x; all(a, b, c, d, e); }
    void one(const record::Candidate& x) { const auto& [a, b, c, d, e, f, g, h, i] = x; all(a, b, c, d, e, f, g, h, i); }
    void one(const record::Coverage::Gallery& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::Coverage::NotSearched& x) { const auto& [a, b] = x; all(a, b); }
    void one(const record::Coverage& x) { const auto& [a, b, c, d, e, f, g, h, i, j] = x; all(a, b, c, d, e, f, g, h, i, j); }
    void one(const record::Round& x) { const auto& [a, b] = x; all(a, b); }
    void one(const record::Exposure& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::CandidateConclusion& x) { const auto& [a, b, c, d, e] = x; all(a, b, c, d, e); }
    void one(const record::Examination& x) {
        const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = x;
        all(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    }
    void one(const record::Hold& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::Identification& x) { const auto& [a, b, c, d, e, f, g, h, i] = x; all(a, b, c, d, e, f, g, h, i); }
    void one(const record::OwnerAnswer& x) { const auto& [a, b, c, d, e, f, g, h, i, j, k] = x; all(a, b, c, d, e, f, g, h, i, j, k); }
    void one(const record::ConfirmationRequest& x) { const auto& [a, b, c, d, e] = x; all(a, b, c, d, e); }
    void one(const record::GuardOverride& x) { const auto& [a, b, c, d, e, f, g] = x; all(a, b, c, d, e, f, g); }
    void one(const record::Reexamination& x) { const auto& [a, b, c, d, e, f, g] = x; all(a, b, c, d, e, f, g); }
    void one(const record::Remark& x) { const auto& [a, b, c, d, e, f] = x; all(a, b, c, d, e, f); }
    void one(const record::Notice& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::PortraitCheck& x) { const auto& [a, b, c, d, e, f, g, h, i, j, k] = x; all(a, b, c, d, e, f, g, h, i, j, k); }
    void one(const record::Lift& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::PaperWaiver& x) { const auto& [a, b, c, d] = x; all(a, b, c, d); }
    void one(const record::Disclosure& x) { const auto& [a, b, c, d, e, f] = x; all(a, b, c, d, e, f); }
    void one(const record::RequestTerms& x) {
        const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = x;
        all(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }
    void one(const record::PartnerRequest& x) {
        const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r] = x;
        all(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r);
    }
    void one(const record::DossierDocument& x) { const auto& [a, b, c, d, e, f, g, h, i, j] = x; all(a, b, c, d, e, f, g, h, i, j); }
    void one(const record::DispositionRecord& x) {
        const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = x;
        all(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    }
    void one(const record::Lease& x) { const auto& [a, b, c] = x; all(a, b, c); }
    void one(const record::HistoryLine& x) { const auto& [a, b, c, d, e, f, g] = x; all(a, b, c, d, e, f, g); }
    void one(const record::DecisionHead& x) { const auto& [a, b, c, d, e, f, g, h, i] = x; all(a, b, c, d, e, f, g, h, i); }

    std::string m_text, m_bytes, m_numbers;
};

}  // namespace cotejo::decide::testing
