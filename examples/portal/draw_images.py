"""Draw the demo page's two pictures (needs Pillow): a riverside park and a reading room."""

from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (960, 540)
HERE = Path(__file__).parent / "images"


def tree(draw: ImageDraw.ImageDraw, x: int, y: int, size: int) -> None:
    """A tree whose foot stands at (x, y)."""
    draw.rectangle((x - 9, y - size, x + 9, y), fill="#6b4a2b")
    draw.ellipse((x - size // 2, y - 2 * size, x + size // 2, y - size + 25), fill="#3f7d3a")
    draw.ellipse((x - size // 3, y - 2 * size - 20, x + size // 3, y - size - 20), fill="#4f9448")


def park() -> Image.Image:
    """A river with a bridge and three trees."""
    image = Image.new("RGB", SIZE, "#bfe0f2")
    draw = ImageDraw.Draw(image)
    draw.ellipse((780, 40, 860, 120), fill="#f7d774")
    draw.polygon([(0, 300), (260, 190), (520, 300)], fill="#9dbfa0")
    draw.polygon([(380, 300), (700, 170), (960, 300)], fill="#8bb08f")
    draw.rectangle((0, 300, 960, 540), fill="#8cc36d")
    draw.polygon([(0, 470), (960, 380), (960, 490), (0, 540)], fill="#4f93c4")
    draw.arc((330, 350, 690, 560), 180, 360, fill="#8a3b2c", width=22)
    draw.arc((330, 310, 690, 520), 195, 345, fill="#b4533f", width=8)
    for x in range(400, 640, 48):
        draw.line((x, 330, x, 372), fill="#b4533f", width=5)
    for x, y, size in ((120, 410, 90), (240, 380, 70), (840, 360, 80)):
        tree(draw, x, y, size)
    return image


def person(draw: ImageDraw.ImageDraw, x: int, coat: str) -> None:
    """Somebody who sits at the table and reads."""
    draw.ellipse((x - 32, 225, x + 32, 289), fill="#e8b98f")
    draw.pieslice((x - 34, 215, x + 34, 285), 180, 360, fill="#4a4038")
    draw.rounded_rectangle((x - 60, 290, x + 60, 420), 24, fill=coat)
    draw.polygon([(x - 55, 380), (x, 395), (x, 350), (x - 55, 335)], fill="#fbf7ea")
    draw.polygon([(x + 55, 380), (x, 395), (x, 350), (x + 55, 335)], fill="#efe8d2")


def reading_room() -> Image.Image:
    """Shelves, a table, and three people who read."""
    image = Image.new("RGB", SIZE, "#f3e6cf")
    draw = ImageDraw.Draw(image)
    colors = ("#b5452f", "#2f6f8f", "#d9a33a", "#4f7d4a", "#7a4f86")
    for shelf in range(3):
        top = 30 + shelf * 62
        for book in range(38):
            x = 40 + book * 23
            height = 34 + (book * 7 + shelf * 5) % 16
            color = colors[(book * 3 + shelf) % len(colors)]
            draw.rectangle((x, top + 52 - height, x + 18, top + 52), fill=color)
        draw.rectangle((30, top + 52, 930, top + 60), fill="#7c5a3a")
    for x, coat in ((220, "#44708e"), (480, "#8e5544"), (740, "#5f8450")):
        person(draw, x, coat)
    draw.rectangle((60, 400, 900, 440), fill="#a87747")
    draw.rectangle((100, 440, 130, 540), fill="#8a5f37")
    draw.rectangle((830, 440, 860, 540), fill="#8a5f37")
    return image


if __name__ == "__main__":
    for name, image in (("park", park()), ("reading-room", reading_room())):
        image.quantize(64).save(HERE / f"{name}.png", optimize=True)
