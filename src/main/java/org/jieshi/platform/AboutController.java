package org.jieshi.platform;

import java.time.LocalDate;
import org.jieshi.shared.OfficeClock;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages show before anybody has signed in: the product, the farm, the office's date. */
@RestController
@EnableConfigurationProperties(AboutController.Farm.class)
class AboutController {

  private final Farm farm;
  private final OfficeClock clock;
  private final boolean demo;

  AboutController(Farm farm, OfficeClock clock, Environment environment) {
    this.farm = farm;
    this.clock = clock;
    this.demo = environment.acceptsProfiles(Profiles.of("demo"));
  }

  @GetMapping("/api/about")
  About about() {
    return new About("Jieshi 界石", farm, demo, demo, clock.today(), demo);
  }

  /** The farm whose land the register is about. */
  @ConfigurationProperties("jieshi.farm")
  record Farm(String name, String nameEn, String county, String countyName, String countyNameEn) {
  }

  /** @param synthetic true where the land shown is made up */
  record About(String product, Farm farm, boolean demo, boolean synthetic, LocalDate today, boolean clockMovable) {
  }
}
