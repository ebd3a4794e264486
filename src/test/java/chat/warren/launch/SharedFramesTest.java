package chat.warren.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SharedFramesTest {
  @Test
  void theTomcatOfTheBuildHasTheQuickerWay() {
    assertTrue(SharedFrames.find().isPresent(), "frames would be encoded for each reader again");
  }
}
