# SPDX-License-Identifier: GPL-3.0-or-later
"""One window for each workspace: a second program rings, and the window of the first comes up."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 1000


class Doorbell(QObject):
    """Hears when another program wants the workspace that this one shows.

    Signals:
        rung: another program asks this window to come up.
    """

    rung = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_ring)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def remove(self) -> None:
        """Hear nothing any more."""
        self._server.close()
        self.deleteLater()

    def _on_ring(self) -> None:
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.disconnectFromServer()
        self.rung.emit()


def ring(name: str) -> bool:
    """Ask the window that shows a workspace to come up; return whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    answered = socket.waitForConnected(PATIENCE_MS)
    if answered:
        socket.disconnectFromServer()
    return answered
