package org.jieshi.coordination.circular;

import java.util.List;
import java.util.Optional;
import org.jieshi.coordination.LetterKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which letter told whom what about which case. */
@Repository
class CircularStore {

  private final JdbcClient jdbc;

  CircularStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @param occasion of the holds the codes of the parcels, apart by spaces; of a result its document */
  record Told(String letterId, LetterKind kind, String recipient, String occasion) {

    List<String> parcels() {
      return List.of(occasion.split(" "));
    }
  }

  void add(String caseId, Told told) {
    jdbc.sql("""
        insert into case_circular (letter_id, dispute_id, told, recipient, occasion)
        values (:letter, :case, :told, :recipient, :occasion)
        """).param("letter", told.letterId()).param("case", caseId).param("told", told.kind().name())
        .param("recipient", told.recipient()).param("occasion", told.occasion()).update();
  }

  boolean isTold(String caseId, LetterKind kind, String recipient, String occasion) {
    return jdbc.sql("""
        select exists (select 1 from case_circular
          where dispute_id = :case and told = :told and recipient = :recipient and occasion = :occasion)
        """).param("case", caseId).param("told", kind.name()).param("recipient", recipient)
        .param("occasion", occasion).query(Boolean.class).single();
  }

  /** The last word to an office about holding or releasing permits for the land of a case. */
  Optional<Told> lastOfHolds(String caseId, String recipient) {
    return jdbc.sql("""
        select c.letter_id, c.told as kind, c.recipient, c.occasion
        from case_circular c join liaison_letter l on l.id = c.letter_id
        where c.dispute_id = :case and c.recipient = :recipient and c.told in ('HOLD', 'RELEASE')
        order by l.sent_at desc, l.id desc limit 1
        """).param("case", caseId).param("recipient", recipient).query(Told.class).optional();
  }
}
