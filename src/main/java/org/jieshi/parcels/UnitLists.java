package org.jieshi.parcels;

import java.time.Instant;
import java.util.List;
import org.jieshi.identity.Districts;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Page;
import org.jieshi.store.RegisterReads;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages of units, by code. */
@Component
class UnitLists {

  private final JdbcClient jdbc;
  private final OfficeClock clock;
  private final Districts districts;
  private final RegisterReads reads;

  UnitLists(JdbcClient jdbc, OfficeClock clock, Districts districts, RegisterReads reads) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.districts = districts;
    this.reads = reads;
  }

  Page<UnitVersion> page(UnitKind kind, UnitFilter filter, int page, int wantedSize) {
    Instant moment = filter.asOf() == null ? null : PastDay.endOf(filter.asOf(), clock);
    UnitFilter.Sql sql = filter.sql(kind, moment, districts.limit());
    return reads.run(() -> page(kind, sql, moment, page, Page.size(wantedSize)));
  }

  private Page<UnitVersion> page(UnitKind kind, UnitFilter.Sql sql, @Nullable Instant moment, int page, int size) {
    List<UnitVersion> items = jdbc.sql((moment == null ? UnitRows.ANY_VERSION : UnitRows.at(kind)) + "where " + sql.where()
            + " order by u.code limit :size offset :offset")
        .params(sql.parameters()).param("size", size).param("offset", Page.offset(page, size))
        .query(UnitRows.VERSION).list();
    boolean all = page <= 0 && items.size() < size; // what was found needs no search once more
    long total = all ? items.size() : jdbc.sql("select count(*) from spatial_unit u join spatial_unit_version v"
        + " on v.unit_id = u.id where " + sql.where()).params(sql.parameters()).query(Long.class).single();
    return new Page<>(items, total, Math.max(0, page), size);
  }
}
