package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Everything that is open in the office, over all modules. */
@Service
public class OpenWork {

  private record Question(LocalDate today) {
  }

  private final ObjectProvider<DueSource> sources;
  private final StandingAnswers answers;

  OpenWork(ObjectProvider<DueSource> sources, StandingAnswers answers) {
    this.sources = sources;
    this.answers = answers;
  }

  List<DueSource> sources() {
    return sources.orderedStream().toList();
  }

  /** All of it, the longest in its stage first. */
  public List<OpenItem> all(LocalDate today) {
    return answers.of(new Question(today), () -> found(today));
  }

  private List<OpenItem> found(LocalDate today) {
    return sources().stream().flatMap(source -> source.open(today).stream())
        .sorted(Comparator.comparing(OpenItem::since).thenComparing(OpenItem::kind).thenComparing(OpenItem::id))
        .toList();
  }

  /** What this person has to move: named as its owner, or of the role where nobody is named. */
  public List<OpenItem> of(User user, LocalDate today) {
    return all(today).stream().filter(item -> item.owners().isEmpty()
        ? item.kind().responsible() == user.role() : item.owners().contains(user.username())).toList();
  }
}
