package org.jieshi.coordination.village;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives links to claimants and takes them back. */
@Service
class VillageLinks {

  private static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR};
  private static final int TOKEN_BYTES = 32;
  private static final int CODES = 100_000_000;
  static final int LONGEST_DAYS = 366;

  private final JdbcClient jdbc;
  private final PasswordEncoder codes;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;
  private final String address;
  private final SecureRandom random = new SecureRandom();

  VillageLinks(JdbcClient jdbc, PasswordEncoder codes, CurrentUser current, OfficeClock clock, AuditLog audit,
      @Value("${jieshi.public-address}") String address) {
    this.jdbc = jdbc;
    this.codes = codes;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
    this.address = address;
  }

  /**
   * What is told once and can't be read again.
   *
   * @param url the link; its secret part is behind the {@code #}, which browsers send to nobody
   * @param code eight digits, given another way than the link
   */
  record Given(VillageLink link, String url, String code) {
  }

  @Transactional
  Given give(String claimant, String label, int days) {
    String me = current.require(OFFICE).username();
    if (!claimants().contains(claimant)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "No claim in force names the claimant %s; choose one of the names as they are written.".formatted(claimant),
          "没有以“%s”为主张人的现行主张，请按登记的名称选择。".formatted(claimant)).inField("claimant").asException();
    }
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    String code = "%08d".formatted(random.nextInt(CODES));
    LocalDate today = clock.today();
    long id = jdbc.sql("""
        insert into village_link (claimant, label, token_hash, code_hash, created_by, created_on, expires_on)
        values (:claimant, :label, :token, :code, :me, :today, :expires) returning id
        """).param("claimant", claimant).param("label", label).param("token", Sha256.hex(token))
        .param("code", codes.encode(code)).param("me", me).param("today", today).param("expires", today.plusDays(days))
        .query(Long.class).single();
    jdbc.sql("insert into village_link_use (link_id) values (:id)").param("id", id).update();
    audit.record("VILLAGE_LINK_GIVEN", "village-link", id, Map.of("claimant", claimant, "label", label,
        "expiresOn", today.plusDays(days).toString()));
    return new Given(get(id), address + "/#/village/" + token, code.substring(0, 4) + "-" + code.substring(4));
  }

  @Transactional
  VillageLink revoke(long id) {
    String me = current.require(OFFICE).username();
    get(id);
    int revoked = jdbc.sql("""
        update village_link set revoked_on = :today, revoked_by = :me where id = :id and revoked_on is null
        """).param("today", clock.today()).param("me", me).param("id", id).update();
    if (revoked == 1) {
      audit.record("VILLAGE_LINK_REVOKED", "village-link", id);
    }
    return get(id);
  }

  /** The names of claimants of claims in force. */
  List<String> claimants() {
    return jdbc.sql("""
        select distinct v.party from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
        where u.kind = 'CLAIM' and v.current and v.party is not null order by 1
        """).query(String.class).list();
  }

  /** Those that can be used first. */
  List<VillageLink> all() {
    current.require(OFFICE);
    return jdbc.sql(SELECT + "order by l.revoked_on is not null, l.expires_on desc, l.id desc").query(this::read)
        .list();
  }

  private static final String SELECT = """
      select l.*, u.locked_until, u.last_used_at, (select count(*) from spatial_unit_version v
        join spatial_unit s on s.id = v.unit_id where s.kind = 'CLAIM' and v.current and v.party = l.claimant) as claims
      from village_link l join village_link_use u on u.link_id = l.id
      """;

  private VillageLink get(long id) {
    return jdbc.sql(SELECT + "where l.id = :id").param("id", id).query(this::read).optional()
        .orElseThrow(() -> ProblemException.notFound("village link", "村方链接", id));
  }

  private VillageLink read(ResultSet row, int number) throws SQLException {
    OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
    return new VillageLink(row.getLong("id"), row.getString("claimant"), row.getString("label"),
        row.getString("created_by"), row.getObject("created_on", LocalDate.class),
        row.getObject("expires_on", LocalDate.class), row.getObject("revoked_on", LocalDate.class),
        locked == null || !locked.toInstant().isAfter(clock.now()) ? null : locked.toInstant(),
        used == null ? null : used.toInstant(), row.getInt("claims"));
  }
}
