#include "cli/interruption.hpp"

#include <array>
#include <csignal>
#include <ctime>

namespace cpom::cli {
namespace {

constexpr std::array signals = {SIGINT, SIGTERM};

// A handler may write nothing but this.
volatile std::sig_atomic_t interrupted = 0;

void note(int) { interrupted = 1; }

void set_handler(void (*handler)(int), int flags) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  for (const int signal : signals) sigaction(signal, &action, nullptr);
}

}  // namespace

Interruption::Interruption() {
  interrupted = 0;
  // Without SA_RESTART a wait ends when the signal comes.
  set_handler(note, static_cast<int>(SA_RESETHAND));
}

Interruption::~Interruption() { set_handler(SIG_DFL, 0); }

bool Interruption::happened() { return interrupted != 0; }

bool Interruption::wait(std::chrono::milliseconds time) {
  constexpr long milliseconds = 1000;
  constexpr long nanoseconds = 1000000;
  if (happened()) return false;
  timespec left = {};
  left.tv_sec = static_cast<time_t>(time.count() / milliseconds);
  left.tv_nsec = static_cast<long>(time.count() % milliseconds) * nanoseconds;
  nanosleep(&left, nullptr);
  return !happened();
}

}  // namespace cpom::cli
