package org.jieshi.certificates;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The serials printed on the blanks that certificates are written on, 印刷序号. */
@Component
class Serials {

  private final JdbcClient jdbc;
  private final CertificateStore certificates;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Serials(JdbcClient jdbc, CertificateStore certificates, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.certificates = certificates;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Says which blank a live certificate was written on.
   *
   * @param note why another blank was needed; required from the second on
   * @throws ProblemException {@code DUPLICATE} for a serial that was used before, {@code INVALID_FIELD}
   */
  @Transactional
  public void record(String number, String typed, @Nullable String note) {
    User person = current.require(Role.APPROVER, Role.REVIEWER);
    Certificate certificate = certificates.get(CertificateNumber.canonicalOrSame(number));
    String serial = PrintedSerial.typed(typed).text();
    String paper = CertificateNumber.canonicalOrSame(number);
    PrintedSerial.requireBlankFor(certificate, ofPaper(paper), note);
    insert(certificate, paper, serial, note, person);
    audit.record("CERTIFICATE_SERIAL", "certificate", certificate.number(), Map.of("serial", serial));
  }

  /** Of one paper, the newest first. */
  List<String> ofPaper(String number) {
    return jdbc.sql("""
        select s.serial from certificate_serial s join certificate c on c.id = s.certificate_id
         where coalesce(s.copy_number, c.number) = :number order by s.recorded_at desc, s.serial desc
        """).param("number", number).query(String.class).list();
  }

  private void insert(Certificate certificate, String paper, String serial, @Nullable String note, User person) {
    int added = jdbc.sql("""
        insert into certificate_serial (serial, certificate_id, copy_number, recorded_at, recorded_by, note)
        values (:serial, :id, :copy, :at, :by, :note) on conflict do nothing
        """).param("serial", serial).param("id", certificate.id())
        .param("copy", paper.equals(certificate.number()) ? null : paper)
        .param("at", clock.now().atOffset(ZoneOffset.UTC)).param("by", person.username()).param("note", note).update();
    if (added == 0) {
      throw Problem.of(ProblemCode.DUPLICATE, "The printed serial %s was used before.".formatted(serial),
          "印刷序号 %s 已被使用。".formatted(serial)).about(serial).asException();
    }
  }
}
