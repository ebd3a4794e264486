package chat.warren.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bob at his browser, and a room that no other test knows. Nothing may go wrong there unsaid: what
 * his browser complains of fails the test.
 */
@ExtendWith(Served.Extension.class)
abstract class BobAlone {
  final Served served;
  final String room = Served.newRoom();
  Person bob;
  Page page;

  BobAlone(Served served) {
    this.served = served;
  }

  @BeforeEach
  void bobComes() {
    bob = served.person();
    page = bob.page();
  }

  @AfterEach
  void bobGoesWithoutComplaint() {
    assertEquals(List.of(), bob.complaints());
    bob.close();
  }
}
