package org.jieshi;

import org.jieshi.platform.command.JieshiCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The land title server: one jar, started as the server or as one of the commands of {@link JieshiCommand}. */
@SpringBootApplication
public class JieshiApplication {

  public static final String VERSION = "0.1.0";

  public static void main(String[] args) {
    JieshiCommand.main(args);
  }
}
