#pragma once

/// Codes of core/sync.
namespace cotejo::sync {

inline constexpr char kOffline[] = "E_SYNC_OFFLINE";            ///< no server within reach; nothing is lost, try later
inline constexpr char kBusy[] = "E_SYNC_BUSY";                  ///< the server asked to come back later
inline constexpr char kCertificate[] = "E_SYNC_CERTIFICATE";    ///< one side does not accept the other's certificate
inline constexpr char kClock[] = "E_SYNC_CLOCK";                ///< this computer's clock is too far off for TLS
inline constexpr char kRevoked[] = "E_SYNC_REVOKED";            ///< the server has withdrawn this device
inline constexpr char kEpoch[] = "E_SYNC_EPOCH";                ///< the server's epoch keeps changing
inline constexpr char kFork[] = "E_SYNC_FORK";                  ///< the server holds other events at our places in a chain
inline constexpr char kProtocol[] = "E_SYNC_PROTOCOL";          ///< the server answered something the protocol does not allow
inline constexpr char kUpgrade[] = "E_SYNC_UPGRADE";            ///< this version is too old for the server
inline constexpr char kWatchlist[] = "E_SYNC_WATCHLIST";        ///< a watchlist with a wrong signature, or older than ours
inline constexpr char kNotEnrolled[] = "E_SYNC_NOT_ENROLLED";   ///< this post has no server yet
inline constexpr char kCode[] = "E_SYNC_CODE";                  ///< the enrolment code is unknown, used or expired

inline constexpr char kRoster[] = "E_SYNC_ROSTER";              ///< the server's roster does not follow from this post's, or refuses what was handed in

}  // namespace cotejo::sync
