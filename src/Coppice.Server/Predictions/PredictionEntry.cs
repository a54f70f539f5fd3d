using System.Buffers.Text;
using System.Text;

namespace Coppice.Server.Predictions;

/// <summary>
/// One answer on its way into the database: its words as UTF-8 in one buffer that is used again and again, and what the
/// database said when an answer of that id was already there.
/// </summary>
public sealed class PredictionEntry
{
    /// <summary>Larger buffers are not kept for the next request.</summary>
    private const int MostKept = 64 << 10;

    private byte[] _bytes = new byte[1024];
    private int _length;
    private (int Start, int Length) _customer;
    private (int Start, int Length) _id;
    private (int Start, int Length) _inputs;

    public ReadOnlySpan<byte> Customer => _bytes.AsSpan(_customer.Start, _customer.Length);

    public ReadOnlySpan<byte> PredictionId => _bytes.AsSpan(_id.Start, _id.Length);

    /// <summary>The inputs as the model saw them: a JSON object, or with a shape the list of its values.</summary>
    public ReadOnlySpan<byte> Inputs => _bytes.AsSpan(_inputs.Start, _inputs.Length);

    /// <summary>What the values in <see cref="Inputs"/> are called, where it holds no names itself.</summary>
    public InputShape? Shape { get; private set; }

    public int Bytes => _length;

    public long ModelId { get; set; }

    public long VersionId { get; set; }

    public long AsOf { get; set; }

    public string Arm { get; set; } = Arms.Champion;

    public double Score { get; set; }

    /// <summary>Where the truth is expected to lie; null for a probability.</summary>
    public AmountInterval? Interval { get; set; }

    /// <summary>The answer that has had this id before, where there was one.</summary>
    public EarlierAnswer? Earlier { get; set; }

    public void SetCustomer(ReadOnlySpan<byte> key) => _customer = Append(key);

    public void SetPredictionId(ReadOnlySpan<byte> id) => _id = Append(id);

    public void SetPredictionId(Guid id)
    {
        Span<byte> text = stackalloc byte[32];
        Utf8Formatter.TryFormat(id, text, out int length, 'N');
        _id = Append(text[..length]);
    }

    public void SetInputs(ReadOnlySpan<byte> json)
    {
        _inputs = Append(json);
        Shape = null;
    }

    public void SetInputs(string json) => SetInputs(Encoding.UTF8.GetBytes(json));

    /// <summary>Room for a list of values; <see cref="SetInputs(InputShape, int)"/> says how much of it was needed.</summary>
    public Span<byte> Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes));
        return _bytes.AsSpan(_length, bytes);
    }

    public void SetInputs(InputShape shape, int length)
    {
        _inputs = (_length, length);
        _length += length;
        Shape = shape;
    }

    /// <summary>The inputs as a JSON object.</summary>
    public string InputsAsObject() => Shape?.Expand(Inputs) ?? Encoding.UTF8.GetString(Inputs);

    public void Clear()
    {
        if (_bytes.Length > MostKept)
            _bytes = new byte[1024];
        _length = 0;
        _customer = _id = _inputs = default;
        Earlier = null;
        Interval = null;
        Shape = null;
    }

    private (int Start, int Length) Append(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        var place = (_length, text.Length);
        _length += text.Length;
        return place;
    }
}

/// <summary>An answer that was recorded before under the same id.</summary>
public sealed record EarlierAnswer(string Customer, long ModelId, long VersionId, string Arm, double Score, double? Low, double? High);
