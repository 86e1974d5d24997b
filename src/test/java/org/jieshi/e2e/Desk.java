package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A person at a browser. What the page complains about on its console is kept. */
final class Desk implements AutoCloseable {

  /** Chromium notes every refusal of the server as an error of the page. */
  private static final Pattern REFUSALS = Pattern.compile("responded with a status of (401|409|422)");

  private final BrowserContext context;
  private final Page page;
  private final String address;
  private CDPSession network;
  private final List<String> complaints = new ArrayList<>();

  private Desk(Browser browser, String address, String locale) {
    this.address = address;
    this.context = browser.newContext(new Browser.NewContextOptions().setLocale(locale).setViewportSize(1440, 900));
    this.context.setDefaultTimeout(60_000);
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !REFUSALS.matcher(message.text()).find()) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  static Desk of(Browser browser, String address, String locale) {
    return new Desk(browser, address, locale);
  }

  /** Somebody of the demo office, signed in through the page. */
  static Desk of(Browser browser, String address, String locale, String username) {
    return of(browser, address, locale, username, "huashan-" + username);
  }

  static Desk of(Browser browser, String address, String locale, String username, String password) {
    Desk desk = new Desk(browser, address, locale);
    desk.open("");
    desk.at("username").fill(username);
    desk.at("password").fill(password);
    desk.at("sign-in-submit").click();
    assertThat(desk.at("signed-in-user")).isVisible();
    return desk;
  }

  /** The same person at another browser, which has kept nothing. */
  static Desk of(Browser browser, String address, String locale, Desk signedIn) {
    Desk desk = new Desk(browser, address, locale);
    desk.context.addCookies(signedIn.context.cookies());
    return desk;
  }

  Desk open(String hash) {
    page.navigate(address + "/" + hash);
    page.waitForLoadState(LoadState.LOAD);
    return this;
  }

  Locator at(String test) {
    return page.getByTestId(test).first();
  }

  Locator css(String selector) {
    return page.locator(selector).first();
  }

  /** Presses a button, fills in the small form that it opens, and sends it; the form must be accepted. */
  void act(String button, Map<String, String> fields) {
    at(button).click();
    submit(fields);
  }

  void submit(Map<String, String> fields) {
    fields.forEach(this::fill);
    at("dialog-submit").click();
    assertThat(page.getByTestId("dialog")).hasCount(0);
  }

  private void fill(String name, String value) {
    Locator control = at("field-" + name);
    if (control.evaluate("element => element.tagName").equals("SELECT")) {
      control.selectOption(value);
    } else {
      control.fill(value);
    }
  }

  Page page() {
    return page;
  }

  /** @param bytesASecond what is sent goes no faster; 0: as fast as it goes */
  void network(boolean offline, int bytesASecond) {
    if (network == null) {
      network = context.newCDPSession(page);
    }
    network.send("Network.emulateNetworkConditions", JsonParser.parseString(
        "{\"offline\": %b, \"latency\": 0, \"downloadThroughput\": -1, \"uploadThroughput\": %d}"
            .formatted(offline, bytesASecond == 0 ? -1 : bytesASecond)).getAsJsonObject());
  }

  /** What can be pressed by a mouse, but not reached with the tab key. */
  List<?> unreachable(String within) {
    return (List<?>) page.evaluate("""
        within => [...document.querySelectorAll(`${within} :is(button, a, input, select, summary, [role=button])`)]
          .filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex < 0)
          .map(each => each.outerHTML.slice(0, 120))""", within);
  }

  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
