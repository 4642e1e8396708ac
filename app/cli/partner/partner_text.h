#pragma once

#include <string>

#include "core/base/json.h"
#include "core/partner/request_service.h"

/// How requests and answers are told on the command line, in JSON and in text.
namespace cotejo::cli {

Json previewJson(const partner::Preview& preview);
std::string previewText(const partner::Preview& preview);
Json requestJson(const partner::ListedRequest& listed);
std::string requestText(const partner::ListedRequest& listed);
Json answerJson(const partner::Answer& answer);
std::string answerText(const partner::Answer& answer);

}  // namespace cotejo::cli
