"""What engines that ask a server share: one way to ask, and texts cut to what it takes."""
