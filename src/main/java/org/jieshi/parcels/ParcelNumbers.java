package org.jieshi.parcels;

import java.util.List;
import java.util.stream.IntStream;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out parcel codes: the next numbers of a sub-district and feature (domain.md §2), above every number that was ever on
 * the register, retired ones included, and above every one that was given out.
 */
@Component
public class ParcelNumbers {

  private final JdbcClient jdbc;

  ParcelNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Taken for good only if the transaction commits; others who want numbers of the same prefix wait until then.
   *
   * @throws ProblemException {@code CONFLICTING_STATE} when the five places are used up
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<ParcelCode> next(ParcelCode like, int count) {
    String prefix = like.prefix();
    int last = jdbc.sql("""
        with highest as (select coalesce(max(cast(right(code, 5) as int)), 0) as number from spatial_unit
                          where kind = 'PARCEL' and code like :prefix || '_____' and code ~ '^\\d{12}[A-Z]{2}\\d{5}$')
        insert into parcel_number (prefix, last) select :prefix, number + :count from highest
        on conflict (prefix) do update set last = greatest(parcel_number.last, excluded.last - :count) + :count
        returning last
        """).param("prefix", prefix).param("count", count).query(Integer.class).single();
    if (last > ParcelCode.LAST) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "The numbers of %s are used up.".formatted(prefix),
          "%s 的宗地顺序号已用尽。".formatted(prefix)).about(prefix).asException();
    }
    return IntStream.rangeClosed(last - count + 1, last)
        .mapToObj(number -> new ParcelCode(like.subDistrict(), like.feature(), number)).toList();
  }
}
