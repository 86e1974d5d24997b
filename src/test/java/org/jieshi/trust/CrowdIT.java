package org.jieshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.registration.Office;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Many people at the same record: nobody's change is lost under another's, and whatever fails lets go of what it held. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class CrowdIT {

  /** On each of the two databases. */
  private static final int EDITS = 2_500;
  private static final int PEOPLE = 8;

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource pool;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  /** Each names the value it saw; the next one must have seen that of the one before. */
  @Test
  void ofManyEditsAtOnceNoneIsLostUnderAnother() throws Exception {
    List<String> parcels = office.parcels(4);
    AtomicInteger number = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger stale = new AtomicInteger();
    Set<String> reasons = ConcurrentHashMap.newKeySet();
    together(PEOPLE, person -> {
      for (int i = number.incrementAndGet(); i <= EDITS; i = number.incrementAndGet()) {
        String parcel = parcels.get(i % parcels.size());
        String seen = send(get("/api/parcels/" + parcel)).getHeader(HttpHeaders.ETAG);
        String reason = "复测 " + i;
        MockHttpServletResponse answer = send(post("/api/accuracy-corrections").header(HttpHeaders.IF_MATCH, seen)
            .contentType(MediaType.APPLICATION_JSON).content("""
                {"kind": "PARCEL", "code": "%s", "accuracy": %s, "reason": "%s"}""".formatted(parcel,
                0.01 + i / 10_000.0, reason)));
        if (answer.getStatus() == 201) {
          done.incrementAndGet();
          reasons.add(reason);
        } else {
          assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(412);
          stale.incrementAndGet();
        }
      }
      return null;
    });

    assertThat(done.get() + stale.get()).isEqualTo(EDITS);
    assertThat(stale.get()).as("they did compete").isPositive();
    assertThat(jdbc.sql("select reason from accuracy_correction").query(String.class).list())
        .containsExactlyInAnyOrderElementsOf(reasons);
    assertThat(jdbc.sql("""
        select count(*) from (select before,
            lag(after) over (partition by unit_id order by id) as left_before from accuracy_correction) each_one
         where left_before is not null and before is distinct from left_before
        """).query(Long.class).single()).as("edits that did not see the one before").isZero();
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void whateverFailsLetsGoOfItsLocksAndConnections() throws Exception {
    String parcel = office.parcel();
    String held = held();
    jdbc.sql("alter table accuracy_correction add constraint never check (reason <> '坏') not valid").update();
    try {
      together(PEOPLE, person -> {
        for (int i = 0; i < 12; i++) {
          assertThat(correction(parcel, "坏")).isEqualTo(500);
          assertThat(send(post("/api/accuracy-corrections").header(HttpHeaders.IF_MATCH, "\"99\"")
              .contentType(MediaType.APPLICATION_JSON).content("{}")).getStatus()).isEqualTo(422);
          assertThat(send(multipart("/api/imports").file(new MockMultipartFile("file", "p.zip", "application/zip",
              ("no archive " + person + i).getBytes())).param("layer", "parcels")).getStatus()).isIn(202, 403, 422);
        }
        return null;
      });
    } finally {
      jdbc.sql("alter table accuracy_correction drop constraint never").update();
    }

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(held()).isEqualTo(held));
    assertThat(correction(parcel, "好")).isEqualTo(201);
  }

  private int correction(String parcel, String reason) throws Exception {
    String seen = send(get("/api/parcels/" + parcel)).getHeader(HttpHeaders.ETAG);
    return send(post("/api/accuracy-corrections").header(HttpHeaders.IF_MATCH, seen).contentType(MediaType.APPLICATION_JSON)
        .content("{\"kind\": \"PARCEL\", \"code\": \"%s\", \"accuracy\": 0.2, \"reason\": \"%s\"}".formatted(parcel, reason)))
        .getStatus();
  }

  /** Connections in use, sessions in a transaction, locks but those of the question itself. */
  private String held() {
    assertThat(pool).isInstanceOf(HikariDataSource.class);
    int connections = ((HikariDataSource) pool).getHikariPoolMXBean().getActiveConnections();
    return "connections %d, %s".formatted(connections, jdbc.sql("""
        select 'in a transaction ' || (select count(*) from pg_stat_activity where datname = current_database()
                 and state like 'idle in transaction%' and pid <> pg_backend_pid())
            || ', advisory locks ' || (select count(*) from pg_locks where locktype = 'advisory'
                 and database = (select oid from pg_database where datname = current_database()))
            || ', row locks ' || (select count(*) from pg_locks where locktype in ('tuple', 'transactionid')
                 and pid <> pg_backend_pid()
                 and pid in (select pid from pg_stat_activity where datname = current_database()))
        """).query(String.class).single());
  }

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
    return http.perform(request.with(csrf()).with(user(Office.REVIEWER).roles("REVIEWER"))).andReturn().getResponse();
  }

  private interface Work {
    Object of(int person) throws Exception;
  }

  private static void together(int people, Work work) throws Exception {
    ExecutorService all = Executors.newFixedThreadPool(people);
    try {
      List<Callable<Object>> tasks = IntStream.range(0, people).<Callable<Object>>mapToObj(person -> () -> work.of(person))
          .toList();
      for (Future<Object> each : all.invokeAll(tasks)) {
        each.get();
      }
    } finally {
      all.shutdownNow();
    }
  }
}
