from api.models.idempotency import IdempotencyKey
from api.models.limits import CallCount

__all__ = ["CallCount", "IdempotencyKey"]
