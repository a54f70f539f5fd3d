namespace Coppice.Forests.Contributions;

/// <summary>The set of features on a path with the permutation weights of all its subsets: EXTEND, UNWIND and their sum in the paper.</summary>
internal readonly ref struct FeaturePath(Span<PathElement> elements, int length)
{
    private readonly Span<PathElement> _elements = elements;

    public int Length { get; } = length;

    public PathElement this[int index] => _elements[index];

    /// <summary>Element 0 stands for the root and no feature; it is not a match.</summary>
    public int IndexOf(int feature)
    {
        for (int i = 1; i < Length; i++)
        {
            if (_elements[i].Feature == feature)
                return i;
        }

        return -1;
    }

    /// <summary>A copy behind this path, where the recursion may change it.</summary>
    public FeaturePath Copy()
    {
        Span<PathElement> rest = _elements[Length..];
        _elements[..Length].CopyTo(rest);
        return new FeaturePath(rest, Length);
    }

    public FeaturePath Extend(int feature, double unknownShare, double knownShare)
    {
        _elements[Length] = new PathElement(feature, unknownShare, knownShare, Length == 0 ? 1 : 0);
        for (int i = Length - 1; i >= 0; i--)
        {
            _elements[i + 1].Weight += knownShare * _elements[i].Weight * (i + 1) / (Length + 1);
            _elements[i].Weight = unknownShare * _elements[i].Weight * (Length - i) / (Length + 1);
        }

        return new FeaturePath(_elements, Length + 1);
    }

    public FeaturePath Unwind(int index)
    {
        int last = Length - 1;
        (double unknownShare, double knownShare) = (_elements[index].UnknownShare, _elements[index].KnownShare);
        double next = _elements[last].Weight;
        for (int i = last - 1; i >= 0; i--)
        {
            if (knownShare != 0)
            {
                double weight = _elements[i].Weight;
                _elements[i].Weight = next * Length / ((i + 1) * knownShare);
                next = weight - (_elements[i].Weight * unknownShare * (last - i) / Length);
            }
            else
            {
                _elements[i].Weight = _elements[i].Weight * Length / (unknownShare * (last - i));
            }
        }

        for (int i = index; i < last; i++)
            _elements[i] = _elements[i + 1] with { Weight = _elements[i].Weight };
        return new FeaturePath(_elements, last);
    }

    /// <summary>The total weight of the path without one of its elements.</summary>
    public double WeightWithout(int index)
    {
        int last = Length - 1;
        (double unknownShare, double knownShare) = (_elements[index].UnknownShare, _elements[index].KnownShare);
        double next = _elements[last].Weight;
        double total = 0;
        for (int i = last - 1; i >= 0; i--)
        {
            if (knownShare != 0)
            {
                double weight = next * Length / ((i + 1) * knownShare);
                total += weight;
                next = _elements[i].Weight - (weight * unknownShare * (last - i) / Length);
            }
            else
            {
                total += _elements[i].Weight * Length / (unknownShare * (last - i));
            }
        }

        return total;
    }
}
