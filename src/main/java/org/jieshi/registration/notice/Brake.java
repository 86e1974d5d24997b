package org.jieshi.registration.notice;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds back addresses that flood the public desk: so many of a kind within a clock hour, counted in the database so that
 * several programs count together, and counted whether the request succeeds or not. Only a digest of the address is kept.
 */
@Component
public class Brake {

  private final JdbcClient jdbc;
  private final int objections;
  private final int questions;

  /**
   * @param objections objections and evidence files that one address may send in an hour
   * @param questions how often it may ask for an answer in an hour
   */
  Brake(JdbcClient jdbc, @Value("${jieshi.public.objections-per-hour:20}") int objections,
      @Value("${jieshi.public.questions-per-hour:60}") int questions) {
    this.jdbc = jdbc;
    this.objections = objections;
    this.questions = questions;
  }

  /** @throws ProblemException {@code TOO_MANY_TRIES} */
  @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = ProblemException.class)
  public void countObjection(String address) {
    count("OBJECTION", address, objections);
  }

  /** Guessing codes is held back by the same means. */
  @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = ProblemException.class)
  public void countQuestion(String address) {
    count("QUESTION", address, questions);
  }

  private void count(String kind, String address, int most) {
    int count = jdbc.sql("""
        insert into public_brake (kind, caller, hour, count) values (:kind, :caller, date_trunc('hour', now()), 1)
        on conflict (kind, caller, hour) do update set count = public_brake.count + 1 returning count
        """).param("kind", kind).param("caller", Sha256.hex(address)).query(Integer.class).single();
    if (count == 1) {
      jdbc.sql("delete from public_brake where hour < now() - interval '1 day'").update();
    }
    if (count > most) {
      throw Problem.of(ProblemCode.TOO_MANY_TRIES,
          "From this address %d requests of this kind came within the hour: try again in the next hour, or bring the matter "
              .formatted(most) + "to the land office in person or in writing.",
          "本小时内该地址的此类请求已达 %d 次：请下一小时再试，或到土地管理部门当面、书面提出。".formatted(most)).asException();
    }
  }
}
