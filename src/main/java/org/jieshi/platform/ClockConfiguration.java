package org.jieshi.platform;

import org.jieshi.shared.OfficeClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The office goes by the clock of the machine; only the demo farm has a clock of its own. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @Profile("!demo")
  OfficeClock officeClock() {
    return OfficeClock.ofSystem();
  }
}
