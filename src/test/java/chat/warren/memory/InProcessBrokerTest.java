package chat.warren.memory;

import chat.warren.chat.BrokerContract;

class InProcessBrokerTest extends BrokerContract {
  InProcessBrokerTest() {
    super(InProcessBroker::new);
  }
}
