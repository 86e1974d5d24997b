package org.jieshi.platform.demo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.platform.StartRefused;
import org.jieshi.shared.Bilingual;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One person per role and a second approver, with passwords that the README tells everybody. Because everybody knows them, the demo is refused
 * on an address that others can reach, unless {@code jieshi.demo.force} says otherwise.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "jieshi.first-start", matchIfMissing = true)
@Order(20)
public class DemoPeople implements ApplicationRunner {

  /** @param username the password is {@code huashan-} and this name */
  public record Person(String username, String displayName, Role role) {

    public String password() {
      return "huashan-" + username;
    }
  }

  public static final Person SURVEYOR = new Person("surveyor", "测绘员 韦明", Role.SURVEYOR);
  public static final Person REVIEWER = new Person("reviewer", "经办 黄丽", Role.REVIEWER);
  public static final Person MEDIATOR = new Person("mediator", "调解员 陆建国", Role.MEDIATOR);
  public static final Person APPROVER = new Person("approver", "局长 梁志远", Role.APPROVER);
  /** Overrides want a second approver. */
  public static final Person DEPUTY = new Person("deputy", "副局长 覃文", Role.APPROVER);
  public static final Person MANAGER = new Person("manager", "场部 谢敏", Role.MANAGER);
  public static final Person ADMINISTRATOR = new Person("admin", "系统管理员", Role.ADMINISTRATOR);

  static final List<Person> ALL = List.of(SURVEYOR, REVIEWER, MEDIATOR, APPROVER, DEPUTY, MANAGER, ADMINISTRATOR);

  private final Users users;
  private final DemoClock clock;
  private final String address;
  private final boolean forced;

  DemoPeople(Users users, DemoClock clock, @Value("${server.address:}") String address,
      @Value("${jieshi.demo.force:false}") boolean forced) {
    this.users = users;
    this.clock = clock;
    this.address = address;
    this.forced = forced;
    requireLoopback();
  }

  private void requireLoopback() {
    if (forced) {
      return;
    }
    try {
      if (!address.isBlank() && InetAddress.getByName(address).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException unknown) {
      // refused below: an address that cannot be resolved is not known to be loopback
    }
    throw new StartRefused(new Bilingual(
        "The demo's passwords are public, so it only listens on this machine: set JIESHI_ADDRESS=127.0.0.1 instead of '%s', or force it with JIESHI_DEMO_FORCE=true.",
        "演示账户的密码是公开的，只能在本机监听：请将 JIESHI_ADDRESS 由“%s”改为 127.0.0.1，或以 JIESHI_DEMO_FORCE=true 强制。")
        .formatted(address));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    clock.keepStart();
    for (Person person : ALL) {
      if (users.find(person.username()).isEmpty()) {
        users.add(person.username(), person.displayName(), person.role(), null, person.password());
      }
    }
  }
}
