package org.jieshi.platform;

import org.jieshi.shared.OfficeClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  @Bean
  @Profile("!demo & !test")
  OfficeClock officeClock() {
    return OfficeClock.ofSystem();
  }
}
