package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applying: one at a time for a parcel, many parcels at a time; and what is never rewritten. */
@EachDatabase
@Import(Office.class)
class ApplicationsIT {

  @Autowired Office office;
  @Autowired ApplicationBatch batch;
  @Autowired SpatialUnits units;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void atTheBeginningOfMarch2012() {
    clock.set(TestClock.START);
    office.open();
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aParcelHasOneOpenApplicationWhoeverIsFaster() throws Exception {
    String parcel = office.parcel();
    ExecutorService clerks = Executors.newFixedThreadPool(6);
    try {
      List<Future<String>> all = IntStream.range(0, 6).mapToObj(i -> clerks.submit(() -> {
        try {
          return office.apply(parcel);
        } catch (ProblemException refused) {
          return refused.problem().code().name();
        }
      })).toList();
      List<String> outcomes = new ArrayList<>();
      for (Future<String> one : all) {
        outcomes.add(one.get());
      }
      assertThat(outcomes).filteredOn(ProblemCode.DUPLICATE.name()::equals).hasSize(5);
    } finally {
      clerks.shutdownNow();
    }
    assertThat(jdbc.sql("select count(*) from application where parcel = :parcel").param("parcel", parcel)
        .query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void theDatabaseItselfRefusesASecondOpenApplication() {
    String parcel = office.parcel();
    String id = office.apply(parcel);

    assertThatThrownBy(() -> jdbc.sql("""
        insert into application (id, number, unit_id, parcel, state, applied_on, applied_by, created_at)
        select 'A2012-9999', 'x', unit_id, parcel, 'APPLIED', applied_on, applied_by, created_at
        from application where id = :id
        """).param("id", id).update()).isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("application_one_open_per_parcel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"update notice_period set working_days = 1", "delete from required_document",
      "update tariff_rate set rate = 0", "update application_event set person = 'nobody'"})
  void rulesAndHistoryAreNotRewritten(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void numbersHaveNoGapsEvenAfterARefusal() {
    String first = office.parcel();
    String second = office.parcel();
    String one = office.apply(first);
    assertThatThrownBy(() -> office.apply(first)).hasMessageStartingWith("DUPLICATE");

    String two = office.apply(second);

    assertThat(Integer.parseInt(two.substring(6))).isEqualTo(Integer.parseInt(one.substring(6)) + 1);
  }

  @Test
  void aBatchTellsWhatBecameOfEach() {
    String clear = office.parcel();
    String taken = office.parcel();
    office.apply(taken);

    ApplicationBatch.Result applied = office.as(SURVEYOR,
        () -> batch.apply(List.of(clear, taken, "450721001003GN99999")));

    assertThat(applied.items()).extracting(ApplicationBatch.Item::code).containsExactly(null, ProblemCode.DUPLICATE,
        ProblemCode.NOT_FOUND);
    assertThat(applied.done()).isEqualTo(1);
    assertThat(applied.refused()).isEqualTo(2);

    String id = applied.items().get(0).id();
    ApplicationBatch.Result noticed = office.as(REVIEWER,
        () -> batch.act(List.of(id), new Command.PublishNotice("场部公告栏")));
    assertThat(noticed.items().get(0).code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
  }

  @Test
  void anImportIsNotTakenBackFromUnderAnApplication() {
    String parcel = office.parcel();
    units.add(UnitKind.PARCEL, List.of(Land.imported(Land.parcel(parcel, office.land(parcel, 0, 10, 900)), 77)),
        new ChangeReason("IMPORT", "77"));
    office.apply(parcel);

    assertThatThrownBy(() -> units.undoImport(77)).isInstanceOf(ProblemException.class);
  }

  private ProblemException refused(String person, String id, Command command) {
    return catchThrowableOfType(ProblemException.class, () -> office.take(person, id, command));
  }
}
