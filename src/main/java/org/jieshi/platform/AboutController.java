package org.jieshi.platform;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.platform.oidc.OidcSettings;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages show before anybody has signed in: the product, the farm, the office's date. */
@RestController
@EnableConfigurationProperties({AboutController.Farm.class, Basemaps.class, OidcSettings.class})
class AboutController {

  private final Farm farm;
  private final OfficeClock clock;
  private final CurrentUser current;
  private final Users users;
  private final boolean demo;
  private final Basemaps basemaps;
  private final OidcSettings oidc;

  AboutController(Farm farm, OfficeClock clock, CurrentUser current, Users users, Basemaps basemaps,
      OidcSettings oidc, Environment environment) {
    this.farm = farm;
    this.clock = clock;
    this.current = current;
    this.users = users;
    this.basemaps = basemaps;
    this.oidc = oidc;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @GetMapping("/api/about")
  About about() {
    return new About("Jieshi 界石", farm, demo, demo, clock.today(), demo,
        basemaps.all(), current.find().orElse(null), users.none(),
        oidc.on() ? new SignInService(oidc.name(), oidc.nameZh()) : null);
  }

  /** The farm whose land the register is about. */
  @ConfigurationProperties("jieshi.farm")
  record Farm(String name, String nameEn, String county, String countyName, String countyNameEn) {
  }

  /**
   * @param synthetic true where the land shown is made up
   * @param user who is signed in; null if nobody is, which is no failure here
   * @param setup true while there is no account at all
   * @param signInService by which people may sign in too; null: there is none
   */
  record About(String product, Farm farm, boolean demo, boolean synthetic, LocalDate today, boolean clockMovable,
      List<Basemaps.Basemap> basemaps, @Nullable User user, boolean setup,
      @Nullable SignInService signInService) {
  }

  /** Another organisation's, by its name on the button. */
  record SignInService(String name, String nameZh) {
  }
}
