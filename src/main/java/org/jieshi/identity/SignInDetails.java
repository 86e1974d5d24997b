package org.jieshi.identity;

import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Accounts as Spring Security wants to see them at sign-in. */
@Component
class SignInDetails implements UserDetailsService {

  private final Users users;

  SignInDetails(Users users) {
    this.users = users;
  }

  @Override
  public UserDetails loadUserByUsername(String username) {
    User user = users.find(username).orElseThrow(() -> new UsernameNotFoundException("no such user"));
    return org.springframework.security.core.userdetails.User.withUsername(user.username())
        .password(users.findPasswordHash(username).orElseThrow())
        .authorities(user.role().authority()).disabled(!user.enabled()).build();
  }
}
