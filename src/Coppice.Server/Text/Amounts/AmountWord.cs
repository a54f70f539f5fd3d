namespace Coppice.Server.Text.Amounts;

/// <summary>A word or sign around amounts.</summary>
/// <param name="Text">As it is written, in small letters.</param>
/// <param name="Code">Of a currency its code.</param>
/// <param name="Times">What it multiplies a number by.</param>
internal sealed record AmountWord(string Text, string? Code = null, double Times = 1);
