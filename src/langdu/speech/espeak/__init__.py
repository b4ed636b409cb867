"""eSpeak NG without anything between: 24 MB, exact, the phonemes too."""
