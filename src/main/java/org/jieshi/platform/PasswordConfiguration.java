package org.jieshi.platform;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept, with or without a web server: by BCrypt, each hash saying so, so that another way may follow. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

  /** @param cost base-2 logarithm of the rounds; hashes of a lower one are made anew at the next sign-in */
  @Bean
  PasswordEncoder passwordEncoder(@Value("${jieshi.passwords.cost}") int cost) {
    BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(cost);
    DelegatingPasswordEncoder passwords = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", bcrypt));
    passwords.setDefaultPasswordEncoderForMatches(bcrypt);
    return passwords;
  }
}
