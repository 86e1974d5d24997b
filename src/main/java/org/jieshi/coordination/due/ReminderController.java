package org.jieshi.coordination.due;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reminders and open work of the person signed in. */
@RestController
@RequestMapping("/api")
class ReminderController {

  private final Reminders reminders;
  private final ReminderSearches searches;
  private final OpenWork work;
  private final CurrentUser current;
  private final OfficeClock clock;

  ReminderController(Reminders reminders, ReminderSearches searches, OpenWork work, CurrentUser current,
      OfficeClock clock) {
    this.reminders = reminders;
    this.searches = searches;
    this.work = work;
    this.current = current;
    this.clock = clock;
  }

  @GetMapping("/reminders")
  Page<Reminder> mine(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size) {
    return reminders.mine(page, size);
  }

  @GetMapping("/reminders/count")
  Bell count() {
    ReminderStore.Count count = reminders.count();
    return new Bell(count.open(), count.unseen(), count.overdue(), searches.lastHour().orElse(null));
  }

  @PostMapping("/reminders/seen")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void seen(@Valid @RequestBody Seen seen) {
    reminders.seen(seen.ids());
  }

  @PostMapping("/reminders/{id}/acknowledge")
  Reminder acknowledge(@PathVariable long id, @Valid @RequestBody(required = false) @Nullable Note note) {
    return reminders.acknowledge(id, note == null ? null : note.note());
  }

  @PostMapping("/reminders/search")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued search() {
    current.require(Role.REVIEWER, Role.MEDIATOR, Role.APPROVER, Role.MANAGER, Role.ADMINISTRATOR);
    return new Queued(searches.queueNow());
  }

  @GetMapping("/work/mine")
  List<OpenItem> myWork() {
    return work.of(current.require(), clock.today());
  }

  /** @param searchedAt the hour of the last complete search, Beijing time; null before the first */
  record Bell(int open, int unseen, int overdue, @Nullable LocalDateTime searchedAt) {
  }

  record Seen(@NotNull @Size(max = 1000) List<@NotNull Long> ids) {
  }

  record Note(@Nullable @Size(max = 1000) String note) {
  }

  record Queued(long job) {
  }
}
