package org.jieshi.registration.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.PASSWORD;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.registration.Office;
import org.jieshi.registration.batch.Batch.Item;
import org.jieshi.registration.batch.Batch.ItemStatus;
import org.jieshi.registration.batch.Batch.Status;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Batches: 500 in one go, each with its result, whatever happens in between. */
@EachDatabase
@AutoConfigureMockMvc
@Import({Office.class, BatchIT.PowerCut.class})
class BatchIT {

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired BatchStore batches;
  @Autowired BatchDesk desk;
  @Autowired BatchJob job;
  @Autowired PowerCut powerCut;
  @Autowired AuditVerifier verifier;
  @Autowired AuditLog audit;
  @Autowired PlatformTransactionManager transactions;
  @Autowired TestClock clock;

  /** A step during which the lights go out once. */
  @TestComponent
  static class PowerCut implements BatchWork {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean due;

    @Override
    public boolean takes(String step) {
      return step.equals("power-cut");
    }

    @Override
    public void check(String step, JsonNode body) {
    }

    @Override
    public Outcome one(String step, String key, JsonNode body) {
      if (due && key.equals("3")) {
        due = false;
        throw new IllegalStateException("the lights went out");
      }
      done.add(key);
      return new Outcome(null, null, null);
    }
  }

  @BeforeEach
  void atTheBeginningOfMarch2012() {
    clock.set(TestClock.START);
    office.open();
  }

  @Test
  void fiveHundredParcelsAreAppliedForInOneGoEachWithItsResult() throws Exception {
    List<String> parcels = office.parcels(498);
    List<String> keys = Stream.concat(parcels.stream(), Stream.of("nowhere-1", "nowhere-2")).toList();

    String id = JsonPath.read(request(SURVEYOR, "apply", keys, "{}").andExpect(status().isAccepted())
        .andExpect(jsonPath("$.status").value("QUEUED")).andExpect(jsonPath("$.progress.total").value(500))
        .andReturn().getResponse().getContentAsString(), "$.id");
    List<Integer> seen = new ArrayList<>();
    Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> {
      Batch now = batches.get(id);
      seen.add(now.progress().done());
      return now.status().over();
    });

    http.perform(get("/api/batches/" + id).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.status").value("DONE")).andExpect(jsonPath("$.done").value(498))
        .andExpect(jsonPath("$.refused").value(2)).andExpect(jsonPath("$.progress.done").value(500));
    assertThat(seen).as("its progress was seen").isSorted().anyMatch(done -> done > 0 && done < 500);
    assertThat(batches.items(id, null, 0, 500).items()).extracting(Item::key).isEqualTo(keys);
    assertThat(batches.items(id, ItemStatus.DONE, 0, 500).items()).extracting(Item::state).containsOnly("APPLIED");
    http.perform(get("/api/batches/" + id + "/items").param("status", "REFUSED").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.items.length()").value(2))
        .andExpect(jsonPath("$.items[0].code").value("NOT_FOUND"))
        .andExpect(jsonPath("$.items[0].detailZh").value("没有宗地 nowhere-1。"));
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void anInterruptedBatchGoesOnWithTheFirstThatIsNotDoneAndDoesNothingTwice() {
    String id = waiting("power-cut", List.of("1", "2", "3", "4"));
    powerCut.due = true;
    assertThatThrownBy(() -> job.run(id)).hasMessage("the lights went out");
    assertThat(batches.get(id)).satisfies(batch -> {
      assertThat(batch.status()).isEqualTo(Status.RUNNING);
      assertThat(batch.done()).isEqualTo(2);
    });

    job.run(id);
    job.run(id);

    assertThat(powerCut.done).containsExactly("1", "2", "3", "4");
    assertThat(batches.get(id).status()).isEqualTo(Status.DONE);
  }

  @Test
  void whatOneIsRefusedHoldsUpNoneOfTheOthersAndEveryGateIsTold() throws Exception {
    List<String> ids = List.of(office.noticedByNow(), office.noticedByNow());
    clock.set(TestClock.START);

    String id = JsonPath.read(request(REVIEWER, "review", ids, "{\"opinion\": \"权属清楚\"}")
        .andReturn().getResponse().getContentAsString(), "$.id");
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> batches.get(id).status().over());

    assertThat(batches.items(id, null, 0, 10).items()).hasSize(2).allSatisfy(item -> {
      assertThat(item.status()).isEqualTo(ItemStatus.REFUSED);
      assertThat(item.unmet()).singleElement().satisfies(unmet -> assertThat(unmet.gate()).isEqualTo("W1"));
    });
  }

  @Test
  void aBatchThatWasStoppedLeavesTheRest() {
    String id = waiting("power-cut", List.of("5", "6"));
    Batch stopped = office.as(APPROVER, () -> desk.stop(id));
    assertThat(stopped.status()).isEqualTo(Status.STOPPED);

    job.run(id);

    assertThat(powerCut.done).doesNotContain("5", "6");
    assertThatThrownBy(() -> office.as(APPROVER, () -> desk.stop(id))).isInstanceOf(ProblemException.class)
        .hasMessage("CONFLICTING_STATE: Batch %s is over already.".formatted(id));
  }

  @Test
  void aBatchIsRefusedAsAWholeForItsRoleItsSizeOrItsBody() throws Exception {
    request(REVIEWER, "record-survey", List.of("A2012-0001"), "{}").andExpect(status().is(422));
    request(SURVEYOR, "review", List.of("A2012-0001"), "{\"opinion\": \"x\"}").andExpect(status().isForbidden());
    request(REVIEWER, "review", IntStream.range(0, 501).mapToObj(String::valueOf).toList(), "{\"opinion\": \"x\"}")
        .andExpect(status().is(413)).andExpect(jsonPath("$.detailZh").value("每次最多 500 条，本次为 501 条。"));
    request(APPROVER, "fly", List.of("A2012-0001"), "{}").andExpect(status().isNotFound());
    request(SURVEYOR, "certify", List.of("A2012-0001"), "{}").andExpect(status().isForbidden());
  }

  @Test
  void theSameRequestTwiceIsOneBatch() {
    JsonNode nothing = JsonNodeFactory.instance.objectNode();
    Batch first = office.as(SURVEYOR, () -> desk.request("power-cut", List.of("7"), nothing, "key-1"));
    Batch second = office.as(SURVEYOR, () -> desk.request("power-cut", List.of("7"), nothing, "key-1"));

    assertThat(second.id()).isEqualTo(first.id());
  }

  /** Written but not queued: this test runs it itself. */
  private String waiting(String step, List<String> keys) {
    String id = "B2011-" + "%04d".formatted(batches.page(0, 1).total() + 1);
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      batches.insert(id, step, JsonNodeFactory.instance.objectNode(), keys, SURVEYOR, clock.now(), null);
      audit.record("BATCH_REQUESTED", "batch", id);
    });
    return id;
  }

  private ResultActions request(String person, String step, List<String> keys, String body) throws Exception {
    return http.perform(post("/api/batches").with(httpBasic(person, PASSWORD)).contentType(MediaType.APPLICATION_JSON)
        .content("{\"step\": \"%s\", \"keys\": [%s], \"body\": %s}".formatted(step,
            String.join(", ", keys.stream().map(key -> "\"" + key + "\"").toList()), body)));
  }
}
