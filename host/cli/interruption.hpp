/// Ending a long command when the user asks for it (Ctrl+C, or SIGTERM).
#pragma once

#include <chrono>

namespace cpom::cli {

/// While one exists, the first SIGINT or SIGTERM is only noted, so that what is being done is
/// finished; the second ends the program as usual. There is one at a time.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  static bool happened();
  /// Waits that long, less when interrupted; false when interrupted, now or before.
  static bool wait(std::chrono::milliseconds time);
};

}  // namespace cpom::cli
