package org.jieshi.platform.command;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jieshi.JieshiApplication;
import org.jieshi.identity.CurrentUser;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/**
 * A command on the register. It works on the data directory itself or, where the server has it open, beside the server
 * on the same database. Whoever can read the directory may run it; the audit log names the user given with
 * {@code --as}.
 */
abstract class RegisterCommand implements Callable<Integer> {

  @Option(names = "--as", defaultValue = "admin", paramLabel = "USER",
      description = "the user in whose name it is done, default ${DEFAULT-VALUE}. 以该用户名义执行。")
  private String user;

  /** @return the exit status */
  abstract int run(ConfigurableApplicationContext context);

  /** False where the command needs a database without anything in it. */
  boolean needsFirstStart() {
    return true;
  }

  @Override
  public Integer call() {
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JieshiApplication.class)
        .web(WebApplicationType.NONE)
        .properties("jieshi.join=true", "jieshi.first-start=" + needsFirstStart(), "logging.level.org.jieshi=warn")
        .run()) {
      return run(context);
    }
  }

  <T> T inTheNameOfTheUser(ConfigurableApplicationContext context, Supplier<T> work) {
    return context.getBean(CurrentUser.class).actingAs(user, work);
  }
}
