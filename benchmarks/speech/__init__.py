"""langdu's speech beside pyttsx3 as its documentation shows it."""
