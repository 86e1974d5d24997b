package org.jieshi.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jieshi.JieshiApplication;
import org.jieshi.platform.backup.Backup;
import org.jieshi.platform.backup.Manifest;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A program that writes backups onto a disk that is full and has room by turns; says what came of each. */
final class BackupRounds {

  public static void main(String[] arguments) throws Exception {
    Path disk = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JieshiApplication.class)
        .web(WebApplicationType.NONE).run("--jieshi.data=" + arguments[2])) {
      Backup backup = context.getBean(Backup.class);
      Path file = disk.resolve("register.zip");
      for (int round = 0; round < rounds; round++) {
        Files.deleteIfExists(file);
        SmallDisk.fill(disk, 1_024L * (round % 20));
        try {
          backup.write(file);
          System.out.println("no fault: written");
        } catch (RuntimeException refused) {
          System.out.println("refused: " + Outage.of(refused).map(Outage::name).orElse(String.valueOf(refused))
              + " left: " + disk.toFile().list().length);
        }
        SmallDisk.free(disk);
        Manifest manifest = backup.write(file);
        System.out.println("written: " + (Files.size(file) > 0 && manifest.rows() > 0));
      }
    }
  }

  private BackupRounds() {}
}
