"""What the workshops sell: handmade goods with their makers, and some of the house."""

from dataclasses import dataclass
from random import Random

from models.demo.people import Person
from models.demo.roles import KITCHEN, SEWING
from models.money import RATE_SCALE
from models.sales.drafts import ProductDraft

# (category, letters of the SKU, site, name, yuan, how well it sells)
_RANGE = (
    ("Bags", "BAG", SEWING, "Linen tote bag", 98, 10),
    ("Preserves", "JAR", KITCHEN, "Apricot jam, 300 g", 38, 9),
    ("Home", "HOM", SEWING, "Patchwork cushion cover", 128, 6),
    ("Baking", "BAK", KITCHEN, "Walnut biscuits, box", 42, 12),
    ("Bags", "BAG", SEWING, "Quilted pouch", 58, 9),
    ("Preserves", "JAR", KITCHEN, "Pickled radish, 500 g", 32, 8),
    ("Home", "HOM", SEWING, "Table runner", 158, 4),
    ("Baking", "BAK", KITCHEN, "Rice cakes, dozen", 36, 11),
    ("Clothing", "CLO", SEWING, "Cotton apron", 118, 6),
    ("Preserves", "JAR", KITCHEN, "Chilli paste, 250 g", 45, 7),
    ("Gifts", "GIF", SEWING, "Embroidered bookmark", 22, 9),
    ("Baking", "BAK", KITCHEN, "Honey cake", 68, 7),
    ("Clothing", "CLO", SEWING, "Padded slippers", 88, 6),
    ("Kitchen", "KIT", KITCHEN, "Frozen dumplings, 1 kg", 48, 9),
    ("Gifts", "GIF", SEWING, "Felt brooch", 35, 6),
    ("Preserves", "JAR", KITCHEN, "Cabbage kimchi, 1 kg", 46, 10),
    ("Home", "HOM", SEWING, "Wrapping cloth", 76, 5),
    ("Baking", "BAK", KITCHEN, "Twisted doughnuts, six", 30, 8),
    ("Gifts", "GIF", SEWING, "Gift box, small", 168, 3),
    ("Gifts", "GIF", KITCHEN, "Gift box, large", 298, 2),
)
_VARIANTS = ("indigo", "plain", "striped", "green", "grey", "red", "large", "small", "festive")
_SHARES = (10, 12, 15, 18, 20, 25)


@dataclass(frozen=True)
class Good:
    """A product and how it sells; `price` is in ten-thousandths, `keeps` is for long ways."""

    sku: str
    name: str
    category: str
    price: int
    popularity: int
    maker: str | None
    share: int
    opening_stock: int
    keeps: bool

    def draft(self) -> ProductDraft:
        """The product as it is entered."""
        return ProductDraft(
            sku=self.sku,
            name=self.name,
            category=self.category,
            price=self.price,
            cost=self.price * 3 // 10,
            maker=self.maker,
            maker_share=self.share * RATE_SCALE,
            opening_stock=self.opening_stock * RATE_SCALE,
        )


def goods(rng: Random, people: list[Person]) -> list[Good]:
    """Twenty products, or more where there are many makers."""
    makers = {
        site: [p.code for p in people if p.role.maker and p.role.site == site]
        for site in (SEWING, KITCHEN)
    }
    count = max(len(_RANGE), 4 * sum(map(len, makers.values())))
    return [_good(rng, place, makers) for place in range(count)]


def _good(rng: Random, place: int, makers: dict[str, list[str]]) -> Good:
    category, letters, site, name, yuan, popularity = _RANGE[place % len(_RANGE)]
    round_ = place // len(_RANGE)
    at_site = makers[site]
    # The last four of each round are made by several hands, and sold for the house.
    of_house = place % len(_RANGE) >= len(_RANGE) - 4 or not at_site
    return Good(
        sku=f"{letters}-{place + 1:03d}",
        name=name + _variant(round_),
        category=category,
        price=(yuan + rng.choice((-4, 0, 0, 5))) * RATE_SCALE,
        popularity=popularity,
        maker=None if of_house else at_site[(place // 2) % len(at_site)],
        share=0 if of_house else rng.choice(_SHARES),
        opening_stock=popularity * 3 + rng.randrange(6, 20),
        keeps=site == SEWING,
    )


def _variant(round_: int) -> str:
    """What tells the goods of a later round of the range from the first ones."""
    if not round_:
        return ""
    again, variant = divmod(round_ - 1, len(_VARIANTS))
    return f", {_VARIANTS[variant]}" + (f" {again + 1}" if again else "")
