package chat.warren.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConnectorThreadsTest {
  private final ConnectorThreads threads = new ConnectorThreads();

  @BeforeEach
  void start() throws Exception {
    threads.start();
  }

  @AfterEach
  void stop() throws Exception {
    threads.stop();
  }

  @Test
  void whatAPumpCausesIsDoneOnItsOwnThread() throws Exception {
    assertEquals("warren-pump-1", whereTasksOf("warren-pump-1"));
  }

  @Test
  void whatOthersCauseIsDoneOnAnotherThread() throws Exception {
    assertNotEquals("catalina-1", whereTasksOf("catalina-1"));
  }

  @Test
  void whatATaskOfAPumpCausesComesAfterItAndNotInsideIt() throws Exception {
    List<String> order =
        on(
            "warren-pump-2",
            () -> {
              List<String> steps = new ArrayList<>();
              threads.execute(
                  () -> {
                    steps.add("begins");
                    threads.execute(() -> steps.add("the next"));
                    steps.add("ends");
                  });
              return steps;
            });
    assertEquals(List.of("begins", "ends", "the next"), order);
  }

  @Test
  void aTaskThatFailsLeavesThePumpItsThread() throws Exception {
    String where =
        on(
            "warren-pump-3",
            () -> {
              try {
                threads.execute(
                    () -> {
                      throw new IllegalStateException("broken");
                    });
              } catch (IllegalStateException expected) {
                // As a task of one's own would do.
              }
              List<String> names = new ArrayList<>();
              threads.execute(() -> names.add(Thread.currentThread().getName()));
              return String.join(",", names);
            });
    assertEquals("warren-pump-3", where);
  }

  private String whereTasksOf(String name) throws Exception {
    CompletableFuture<String> where = new CompletableFuture<>();
    on(
        name,
        () -> {
          threads.execute(() -> where.complete(Thread.currentThread().getName()));
          return null;
        });
    return where.get(10, TimeUnit.SECONDS);
  }

  private static <T> T on(String name, Supplier<T> work) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            name);
    thread.start();
    return result.get(10, TimeUnit.SECONDS);
  }
}
