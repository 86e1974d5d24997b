package org.jieshi.platform.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the story of the farm Huashan from 2011 to 2013 (domain.md §0) through the program's own procedure: surveyors
 * upload the files of {@code data/huashan}, officers carry every parcel to its certificate, villagers dispute and
 * encroach. People can look on while it is told.
 */
@Component
@Profile("demo")
class DemoStory {

  /** {@code jieshi.demo.until}: tell everything. */
  private static final String END = "end";

  private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

  private final DemoClock clock;
  private final AuditLog audit;
  private final AuditTrail trail;
  private final TransactionTemplate transactions;
  private final JsonMapper json;
  private final Path data;
  private final String until;
  private String address = "";

  /** @param until the id of the first chapter that is left out */
  DemoStory(DemoClock clock, AuditLog audit, AuditTrail trail, TransactionTemplate transactions, JsonMapper json,
      @Value("${jieshi.demo.data}") Path data, @Value("${jieshi.demo.until}") String until) {
    this.clock = clock;
    this.audit = audit;
    this.trail = trail;
    this.transactions = transactions;
    this.json = json;
    this.data = data;
    this.until = until;
  }

  @EventListener
  void listen(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null) {
      address = "http://127.0.0.1:" + event.getWebServer().getPort();
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    if (!address.isEmpty()) {
      Thread teller = new Thread(this::tellAll, "demo-story");
      teller.setDaemon(true);
      teller.start();
    }
  }

  private void tellAll() {
    try {
      DemoOffice office = new DemoOffice(address);
      SurveyFiles files = new SurveyFiles(office, data, json);
      List<Chapter> chapters = new Chapters(office, files, clock).all();
      System.out.printf("%n华山农场 Huashan demo farm — synthetic data, no real land 演示数据，并非真实土地%n  %s%n", address);
      for (int i = 0; i < chapters.size(); i++) {
        Chapter chapter = chapters.get(i);
        if (chapter.id().equals(until)) {
          break;
        }
        if (trail.of("demo-chapter", chapter.id()).isEmpty()) {
          System.out.printf("  [%d/%d] %s …%n", i + 1, chapters.size(), chapter.title());
          chapter.telling().run();
          keep(chapter);
        }
      }
      welcome();
    } catch (RuntimeException failed) {
      LOG.error("The demo's story stopped; it goes on at the next start. 演示故事中断，下次启动时继续。", failed);
    }
  }

  private void keep(Chapter chapter) {
    transactions.executeWithoutResult(status ->
        audit.record("DEMO_CHAPTER_TOLD", "demo-chapter", chapter.id(), Map.of("title", chapter.title())));
  }

  private void welcome() {
    System.out.printf("%nOpen 请打开  %s   (office date 业务日期 %s)%n", address, clock.today());
    System.out.println("Sign in 登录账户 / 密码:");
    for (DemoPeople.Person person : DemoPeople.ALL) {
      System.out.printf("  %-10s %-20s %s%n", person.username(), person.password(), person.displayName());
    }
    System.out.println("Ctrl-C ends it; the data stays. 按 Ctrl-C 结束，数据保留。");
  }

}
