package org.jieshi.registration;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that change the application and nothing beside it: which transition each is, and what is recorded of it. */
final class PlainSteps {

  private PlainSteps() {
  }

  /**
   * @param person who takes the step, and answers for it
   * @param today the day of an entry in the register
   * @return what is worth recording of the step; null for one that is not of this kind
   */
  static @Nullable Map<String, ?> take(Command command, Application application, String person, LocalDate today) {
    if (command instanceof Command.Review review) {
      application.review(person);
      return Map.of("opinion", review.opinion());
    }
    if (command instanceof Command.Approve approve) {
      application.approve(person);
      return Map.of("opinion", approve.opinion());
    }
    if (command instanceof Command.Register register) {
      application.register(today);
      return register.note() == null ? Map.of() : Map.of("note", register.note());
    }
    if (command instanceof Command.Suspend suspend) {
      application.suspend(suspend.cause());
      return Map.of("reason", suspend.reason(), "cause", suspend.cause().name());
    }
    if (command instanceof Command.Resume resume) {
      application.resume();
      return Map.of("reason", resume.reason());
    }
    if (command instanceof Command.Reject reject) {
      application.reject();
      return Map.of("reason", reject.reason());
    }
    if (command instanceof Command.Withdraw withdraw) {
      application.withdraw();
      return Map.of("reason", withdraw.reason());
    }
    return null;
  }
}
