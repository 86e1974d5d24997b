package org.jieshi.coordination.village;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.TimeLimits;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Statements that wait for their written answer. */
@Component
class StatementDues implements DueSource {

  private final StatementStore store;
  private final TimeLimits limits;

  StatementDues(StatementStore store, TimeLimits limits) {
    this.store = store;
    this.limits = limits;
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.STATEMENT);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    TimeLimits.Book book = limits.book();
    return store.open().stream().map(statement -> new OpenItem(WorkKind.STATEMENT, statement.id(), statement.receipt(),
            statement.claimant() + " · " + statement.claimCode(), Stage.NEW, new Bilingual("without an answer", "待答复"),
            statement.lodgedOn(), List.of(), null, null, "#/coordination/village/" + statement.id(),
            List.of(book.deadline("ANSWER", new Bilingual("written answer", "书面答复"),
                TimeLimits.Kind.STATEMENT_ANSWER, statement.lodgedOn())))).toList();
  }
}
