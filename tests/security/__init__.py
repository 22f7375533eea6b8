"""What is kept secret, and from whom: docs/security.md names these tests."""
