namespace Coppice.Cli.Terminal;

/// <summary>A grid of characters to draw on; what falls outside is not drawn.</summary>
internal sealed class CharacterCanvas
{
    private readonly char[][] _rows;

    public CharacterCanvas(int width, int height)
    {
        _rows = [.. Enumerable.Range(0, height).Select(_ => Enumerable.Repeat(' ', width).ToArray())];
    }

    public void Draw(int x, int y, char mark)
    {
        if (y >= 0 && y < _rows.Length && x >= 0 && x < _rows[y].Length)
            _rows[y][x] = mark;
    }

    /// <summary>Writes a word where it stands clear of others by a blank on both sides.</summary>
    public void TryWrite(int x, int y, string word)
    {
        char[] row = _rows[y];
        if (x < 0 || x + word.Length > row.Length)
            return;
        for (int i = Math.Max(0, x - 1); i < Math.Min(row.Length, x + word.Length + 1); i++)
        {
            if (row[i] != ' ')
                return;
        }

        word.CopyTo(0, row, x, word.Length);
    }

    public string Row(int y) => new(_rows[y]);
}
