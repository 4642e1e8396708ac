#pragma once

/// Codes of app/server.
namespace cotejo::server {

inline constexpr char kFolder[] = "E_SERVER_FOLDER";            ///< the folder is not a server's, or already is one
inline constexpr char kAuthority[] = "E_SERVER_AUTHORITY";      ///< a key or certificate of the server cannot be made or read
inline constexpr char kRequest[] = "E_SERVER_REQUEST";          ///< a certificate request that may not be granted
inline constexpr char kListen[] = "E_SERVER_LISTEN";            ///< the port cannot be used

inline constexpr char kBusy[] = "E_SERVER_BUSY";                ///< a device has too much under way
inline constexpr char kRosterMoved[] = "E_SERVER_ROSTER_MOVED"; ///< the roster grew meanwhile; look again

inline constexpr char kPartnerSetup[] = "E_PARTNER_SETUP";          ///< this server lacks what it needs to reach a partner: its pinned certificate, ours, a folder
inline constexpr char kPartnerUnreached[] = "E_PARTNER_UNREACHED";  ///< a partner could not be reached; nothing has left
inline constexpr char kPartnerFailed[] = "E_PARTNER_FAILED";        ///< a partner broke off, was silent or said that it cannot; what was sent may have come

}  // namespace cotejo::server
