"""How a batch scales: workers, the driver's own cost, memory, receipts."""
