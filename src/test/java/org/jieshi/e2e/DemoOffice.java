package org.jieshi.e2e;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import org.jieshi.platform.RunningServer;

/** The demo office with a server and a browser of its own. */
final class DemoOffice implements AutoCloseable {

  private final RunningServer server;
  private final Chromium chromium;

  private DemoOffice(RunningServer server, Chromium chromium) {
    this.server = server;
    this.chromium = chromium;
  }

  /** @param until the chapter of the demo's story that is told last; {@code ground}: its people and clock, and no story */
  static DemoOffice open(Path data, String until) {
    RunningServer server = RunningServer.on(data, "--spring.profiles.active=demo", "--jieshi.demo.until=" + until);
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    return new DemoOffice(server, Chromium.start());
  }

  String address() {
    return server.address();
  }

  /** Somebody who has not signed in. */
  Desk desk(String locale) {
    return Desk.of(chromium.browser(), address(), locale);
  }

  /** Somebody of the office, signed in through the page. */
  Desk desk(String locale, String username) {
    return Desk.of(chromium.browser(), address(), locale, username);
  }

  Desk desk(String locale, String username, String password) {
    return Desk.of(chromium.browser(), address(), locale, username, password);
  }

  /** The same person at another browser, which has kept nothing. */
  Desk desk(String locale, Desk signedIn) {
    return Desk.of(chromium.browser(), address(), locale, signedIn);
  }

  @Override
  public void close() {
    chromium.close();
    server.close();
  }
}
