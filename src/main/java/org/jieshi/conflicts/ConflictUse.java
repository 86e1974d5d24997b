package org.jieshi.conflicts;

import java.util.Collection;
import java.util.List;
import org.jieshi.parcels.UnitUse;
import org.jieshi.shared.Bilingual;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A unit whose conflict is or was in a case keeps its import from being taken back. */
@Component
class ConflictUse implements UnitUse {

  private final JdbcClient jdbc;

  ConflictUse(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Bilingual> usesOf(Collection<Long> unitIds) {
    return jdbc.sql("""
        select u.code, c.case_number from conflict c
          join spatial_unit u on u.id = any(:ids) and u.id in (c.left_unit, c.right_unit)
         where c.status in ('IN_CASE', 'SETTLED') and (c.left_unit = any(:ids) or c.right_unit = any(:ids))
         order by c.case_number, u.code limit 10
        """).param("ids", unitIds.toArray(Long[]::new))
        .query((row, number) -> new Bilingual("%s is in dispute case %s.", "%s 涉及争议案件 %s。")
            .formatted(row.getString("code"), row.getString("case_number"))).list();
  }
}
